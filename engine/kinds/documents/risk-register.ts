import { defineKind } from '../define-kind';
import type { AllowedValue } from '../kind';

const TREATMENT: readonly AllowedValue[] = [
  { value: 'avoid', meaning: 'Do not do what brings the risk.', synonyms: ['avoidance', 'terminate', 'eliminate', 'remove', 'vermeiden', 'vermeidung', 'éviter', 'évitement', 'refus', 'evitar', 'vermijden', '回避'] },
  { value: 'modify', meaning: 'Make it smaller with controls.', synonyms: ['mitigate', 'mitigation', 'mitigated', 'reduce', 'reduction', 'treat', 'control', 'mitigate/reduce', 'reduce/mitigate', 'modify/mitigate', 'mitigate (modify)', 'modification', 'mindern', 'minderung', 'reduzieren', 'vermindern', 'behandeln', 'atténuer', 'réduire', 'réduction', 'mitigar', 'reducir', 'modificar', 'verminderen', 'beperken', 'mitigeren', '低減', '軽減', '修正'] },
  { value: 'share', meaning: 'Carry it together with somebody, by contract or insurance.', synonyms: ['transfer', 'sharing', 'share/transfer', 'transfer/share', 'outsource', 'insure', 'teilen', 'übertragen', 'verlagern', 'transfer des risikos', 'partager', 'transférer', 'transfert', 'compartir', 'transferir', 'delen', 'overdragen', '共有', '移転'] },
  { value: 'retain', meaning: 'Carry it knowingly; somebody accepts it by name and date.', synonyms: ['accept', 'acceptance', 'accepted', 'retention', 'tolerate', 'accept/retain', 'retain/accept', 'akzeptieren', 'akzeptanz', 'tragen', 'beibehalten', 'accepter', 'maintenir', 'acceptation', 'aceptar', 'retener', 'accepteren', 'behouden', '受容', '保有'] },
  { value: 'pursue', meaning: 'Take or raise it for the sake of a chance.', synonyms: ['exploit', 'take', 'increase', 'enhance', 'pursue opportunity', 'eingehen', 'erhöhen', 'chance nutzen', 'poursuivre', 'prendre', 'perseguir', 'asumir', 'nemen', 'nastreven', '追求'] },
];

const STATUS: readonly AllowedValue[] = [
  { value: 'open', meaning: 'The risk exists.', synonyms: ['active', 'identified', 'new', 'assessed', 'in treatment', 'treated', 'treatment in progress', 'in progress', 'ongoing', 'mitigating', 'mitigated', 'planned', 'not started', 'monitored', 'monitoring', 'under review', 'accepted', 'treating', 'escalated', '🔴', '🟡', '🟠', 'offen', 'aktiv', 'in behandlung', 'in bearbeitung', 'in arbeit', 'geplant', 'überwacht', 'akzeptiert', 'ouvert', 'actif', 'en cours', 'abierto', 'activo', 'en curso', 'openstaand', 'actief', 'in behandeling', '未対応', '対応中'] },
  { value: 'closed', meaning: 'The risk no longer exists.', synonyms: ['retired', 'resolved', 'obsolete', 'eliminated', 'done', 'completed', '✅', '🟢', 'geschlossen', 'erledigt', 'abgeschlossen', 'entfallen', 'fermé', 'clos', 'cerrado', 'gesloten', 'vervallen', '終了', '完了'] },
];

/** The AI risks with their rating and treatment (6.1.2, 8.2). */
export default defineKind({
  kind: 'risk-register',
  title: 'AI risk register',
  class: 'register',
  purpose: 'Lists what can go wrong with AI for the organisation, for people and for society, how bad it is and what is done about it.',
  clauses: ['6.1.2', '8.2'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'risk',
      list: 'risks',
      listSynonyms: ['risk register', 'risiken', 'risques', 'riesgos'],
      title: 'risk',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', requiredFrom: 'draft', synonyms: ['risk id', 'risk no', 'risk number', 'risk ref', 'risk reference', 'ref', 'reference', 'no', 'nr', 'identifier', 'risiko-id', 'risikonummer', 'id risque', 'id du risque', 'id de riesgo', 'id riesgo', 'risico-id', 'リスクID', '番号'], help: 'A short name that controls and plans refer to, such as R-004.' },
        { name: 'title', type: 'text', synonyms: ['risk', 'risk title', 'risk name', 'name', 'risk event', 'risk statement', 'risiko', 'bezeichnung', 'titel', 'risque', 'intitulé', 'titre', 'riesgo', 'título', 'risico', 'リスク', 'リスク名'], help: 'What could happen, in one sentence: event and effect.' },
        { name: 'description', type: 'text', synonyms: ['risk description', 'risk scenario', 'scenario', 'details', 'asset', 'risikobeschreibung', 'beschreibung', 'szenario', 'description du risque', 'scénario', 'descripción', 'descripción del riesgo', 'omschrijving', 'risicobeschrijving', 'リスク内容', '説明'], help: 'More about it, where one sentence is not enough.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai system', 'ai systems', 'system id', 'affected system', 'affected systems', 'ki-system', 'ki-systeme', 'betroffene systeme', 'système', 'systèmes', 'sistema', 'sistemas', 'sistema de ia', 'ai-systeem', 'systeem', 'systemen', 'システム', '対象システム'], help: 'The AI systems it comes from: ids of the inventory, or all.' },
        { name: 'source', type: 'text', synonyms: ['risk source', 'source of risk', 'cause', 'risk cause', 'threat', 'risk category', 'category', 'risk type', 'vulnerability', 'risikoquelle', 'ursache', 'bedrohung', 'kategorie', 'source de risque', 'menace', 'catégorie', 'fuente de riesgo', 'amenaza', 'categoría', 'risicobron', 'dreiging', 'categorie', 'リスク源'], help: 'Where the risk comes from. Annex C.3 names common sources, such as data quality or level of automation.' },
        { name: 'objective', type: 'text', synonyms: ['ai objective', 'affected objective', 'objective affected', 'objectives', 'schutzziel', 'betroffenes ziel', 'objectif', 'objetivo', 'doelstelling', '目的'], help: 'The aim that it endangers. Annex C.2 names common ones, such as fairness or safety.' },
        { name: 'consequences', type: 'text', list: true, synonyms: ['consequence description', 'consequences for', 'effects', 'effect', 'impact description', 'potential impact', 'affected parties', 'folgen', 'konsequenzen', 'auswirkungen auf', 'conséquences', 'effets', 'consecuencias', 'efectos', 'gevolgen', '結果', '影響内容'], help: 'What follows for the organisation, for individuals and for society. Name each that applies.' },
        { name: 'likelihood', type: 'text', synonyms: ['probability', 'inherent likelihood', 'likelihood score', 'risk likelihood', 'l', 'wahrscheinlichkeit', 'eintrittswahrscheinlichkeit', 'vraisemblance', 'probabilité', 'probabilidad', 'waarschijnlijkheid', 'kans', '起こりやすさ', '発生可能性'], help: 'How likely it is, in the words of your risk criteria.' },
        { name: 'impact', type: 'text', synonyms: ['severity', 'consequence', 'inherent impact', 'impact score', 'magnitude', 'risk impact', 'i', 'auswirkung', 'schadenshöhe', 'schadensausmaß', 'schwere', 'gravité', 'impacto', 'gravedad', 'ernst', '影響度', '重大性'], help: 'How bad it would be, in the words of your risk criteria.' },
        { name: 'level', type: 'text', synonyms: ['risk level', 'rating', 'risk rating', 'overall rating', 'inherent risk', 'inherent level', 'inherent risk level', 'inherent rating', 'gross risk', 'initial risk', 'risikostufe', 'risikoniveau', 'risikobewertung', 'bruttorisiko', 'niveau', 'niveau de risque', 'risque brut', 'nivel', 'nivel de riesgo', 'riesgo inherente', 'risiconiveau', 'bruto risico', 'リスクレベル', 'リスク評価'], help: 'The level before further treatment, in the words of your risk criteria.' },
        { name: 'owner', type: 'text', synonyms: ['risk owner', 'responsible', 'accountable', 'verantwortlich', 'risikoeigner', 'risiko-eigentümer', 'risikoeigentümer', 'risikoverantwortlicher', 'propriétaire', 'propriétaire du risque', 'responsable', 'propietario', 'propietario del riesgo', 'eigenaar', 'risico-eigenaar', 'リスク所有者', '責任者'], help: 'The role that answers for the risk and may decide on it.' },
        { name: 'treatment', type: 'enum', values: TREATMENT, synonyms: ['treatment option', 'risk treatment', 'treatment decision', 'treatment strategy', 'risk response', 'response', 'response strategy', 'strategy', 'proposed treatment', 'behandlung', 'behandlungsoption', 'risikobehandlung', 'strategie', 'traitement', 'option de traitement', 'tratamiento', 'opción de tratamiento', 'behandeling', 'behandeloptie', '対応', 'リスク対応'], help: 'What you decided: avoid, modify, share, retain or pursue.' },
        { name: 'controls', type: 'text', list: true, refersTo: ['control'], synonyms: ['control', 'control reference', 'control references', 'control ref', 'control ids', 'annex a controls', 'iso 42001 controls', 'linked controls', 'related controls', 'mitigating controls', 'maßnahme/control', 'kontrollen', 'maßnahmen', 'massnahmen', 'mesures', 'contrôles', 'controles', 'medidas', 'beheersmaatregelen', '管理策'], help: 'The controls that treat it, such as A.6.2.4.' },
        { name: 'action', type: 'text', synonyms: ['treatment action', 'treatment detail', 'treatment plan', 'action plan', 'actions', 'mitigation', 'mitigation action', 'mitigation actions', 'mitigation measures', 'action required', 'maßnahme', 'behandlungsmaßnahme', 'plan de traitement', "plan d'action", 'acción', 'plan de acción', 'plan de tratamiento', 'actie', 'maatregel', '処置', '対策'], help: 'What is done about it, if you have no separate treatment plan.' },
        { name: 'due', type: 'date', synonyms: ['due date', 'due on', 'target date', 'deadline', 'zieltermin', 'fällig', 'fällig am', 'frist', 'échéance', 'fecha límite', 'fecha objetivo', 'vencimiento', 'streefdatum', 'vervaldatum', '期限'], help: 'By when the action is done.' },
        { name: 'residual', type: 'text', synonyms: ['residual risk', 'residual level', 'residual risk level', 'residual rating', 'residual risk rating', 'net risk', 'target risk', 'remaining risk', 'restrisiko', 'nettorisiko', 'restrisikostufe', 'risque résiduel', 'risque net', 'riesgo residual', 'restrisico', 'netto risico', '残留リスク'], help: 'The level that remains after treatment.' },
        { name: 'accepted_by', type: 'text', synonyms: ['accepted by', 'risk accepted by', 'residual accepted by', 'acceptance', 'risk acceptance', 'residual risk accepted by', 'akzeptiert von', 'akzeptiert durch', 'accepté par', 'aceptado por', 'geaccepteerd door', '受容者', '承認者'], help: 'Who accepted what remains. Only that person fills this in.' },
        { name: 'accepted_on', type: 'date', synonyms: ['accepted on', 'acceptance date', 'residual accepted on', 'date accepted', 'akzeptiert am', 'akzeptanzdatum', 'accepté le', 'aceptado el', 'fecha de aceptación', 'geaccepteerd op', '受容日'], help: 'The day it was accepted.' },
        { name: 'status', type: 'enum', values: STATUS, synonyms: ['risk status', 'state', 'review status', 'risikostatus', 'statut', 'estado', '状況', '状態'], help: 'Whether the risk still exists.' },
        { name: 'last_reviewed', type: 'date', synonyms: ['last reviewed', 'last review', 'reviewed on', 'reviewed', 'last assessed', 'assessed on', 'letzte prüfung', 'letzte überprüfung', 'dernière revue', 'última revisión', 'laatst beoordeeld', '最終レビュー'], help: 'When it was last looked at.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'review date', 'review due', 'nächste prüfung', 'nächste überprüfung', 'überprüfung am', 'prochaine revue', 'próxima revisión', 'volgende beoordeling', '次回レビュー'], help: 'When it has to be looked at again.' },
        { name: 'notes', type: 'text', synonyms: ['note', 'comment', 'comments', 'remarks', 'bemerkung', 'bemerkungen', 'kommentar', 'commentaire', 'remarques', 'comentario', 'observaciones', 'opmerking', 'opmerkingen', '備考'], help: 'Anything else a reader has to know.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\brisk (?:register|log|inventory)\b(?!.*(?:procedure|policy|method))/i, /Risiko(?:register|inventar|verzeichnis)/i, /registre des risques/i, /registro de riesgos/i, /risicoregister/i, /リスク(?:登録簿|台帳|一覧)/],
    fileNames: [/(?:^|-)risk-?(?:register|log|inventory)(?:$|[-.])/i, /^(?:(?:.*-)?ai-risks?|risks|risiken)$/i, /risiko(?:register|inventar)/i, /registre-des-risques|registro-de-riesgos|risicoregister/i],
  },
});
