import { defineKind } from '../define-kind';
import { ACTION_STATUS } from '../fields/action-status';
import { withoutFields } from '../fields/of-class';

/** What top management looked at and decided (9.3). */
const kind = defineKind({
  kind: 'management-review',
  title: 'Management review',
  class: 'record',
  purpose: 'Shows that top management looked at the management system, and what it decided.',
  clauses: ['9.3.2', '9.3.3'],
  controls: [],
  fields: [
    { name: 'held_on', type: 'date', requiredFrom: 'draft', synonyms: ['held on', 'date', 'meeting date', 'review date', 'date of review', 'date held', 'sitzungsdatum', 'datum', 'durchgeführt am', 'date de la revue', 'fecha', 'fecha de la revisión', 'gehouden op', '開催日', '実施日'], help: 'The day of the review.' },
    { name: 'attendees', type: 'text', list: true, requiredFrom: 'draft', synonyms: ['participants', 'present', 'attendance', 'attended by', 'teilnehmer', 'teilnehmende', 'anwesend', 'participants présents', 'présents', 'asistentes', 'participantes', 'aanwezigen', 'deelnemers', '出席者', '参加者'], help: 'Who took part. Top management has to be among them.' },
    { name: 'period', type: 'text', synonyms: ['review period', 'period covered', 'berichtszeitraum', 'zeitraum', 'période', 'periodo', 'periode', '対象期間'], help: 'The time the review looks back on.' },
    { name: 'next_review', type: 'date', synonyms: ['next review date', 'next management review', 'next meeting', 'nächste managementbewertung', 'prochaine revue', 'próxima revisión', 'volgende directiebeoordeling', '次回レビュー'], help: 'When the next review is planned.' },
  ],
  rows: [
    {
      entity: 'decision',
      list: 'decisions',
      listSynonyms: ['actions', 'outputs', 'decisions and actions', 'action items', 'beschlüsse', 'entscheidungen', 'maßnahmen', 'décisions', 'decisiones', 'besluiten'],
      title: 'decision',
      identity: 'decision',
      fields: [
        { name: 'id', type: 'id', synonyms: ['decision id', 'action id', 'action no', 'ref', 'nr', 'no', '番号'], help: 'A short name, if you use one.' },
        { name: 'decision', type: 'text', requiredFrom: 'draft', synonyms: ['action', 'action description', 'decision / action', 'decision or action', 'change decision', 'description', 'proposed action', 'beschluss', 'entscheidung', 'maßnahme', 'décision', 'decisión', 'acción', 'besluit', 'actie', '決定事項', '処置'], help: 'What was decided: changes, improvements, resources.' },
        { name: 'owner', type: 'text', synonyms: ['responsible', 'action owner', 'assigned to', 'verantwortlich', 'responsable', 'eigenaar', 'verantwoordelijke', '責任者', '担当者'], help: 'The role that sees to it.' },
        { name: 'due', type: 'date', synonyms: ['due date', 'deadline', 'target date', 'timeline', 'timeframe', 'effective date', 'fällig', 'termin', 'frist', 'échéance', 'vencimiento', 'fecha límite', 'vervaldatum', '期限'], help: 'By when.' },
        { name: 'status', type: 'enum', values: ACTION_STATUS, synonyms: ['action status', 'state', 'progress', 'statut', 'estado', '状況'], help: 'How far it has come.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['record', 'nachweis', 'preuve', 'evidencia', 'bewijs', '証拠'], help: 'Where one sees that it was done.' },
      ],
    },
  ],
  sections: [
    { id: 'previous-actions', title: 'Actions from earlier reviews', synonyms: ['previous actions', 'previous review', 'previous management review', 'actions from previous', 'earlier review', 'earlier actions', 'status of actions', 'prior actions', 'open actions', 'maßnahmen aus früheren', 'frühere maßnahmen', 'vorherige bewertung', 'revues précédentes', 'actions précédentes', 'revisiones anteriores', 'acciones previas', 'eerdere beoordelingen', 'vorige acties', '前回までの処置'], help: 'What became of what was decided last time?' },
    { id: 'issues', title: 'Changes in external and internal issues', synonyms: ['changes in context', 'changes in external', 'changes in internal', 'changes in issues', 'external and internal', 'internal and external', 'context changes', 'änderungen bei externen', 'externe und interne themen', 'änderungen im kontext', 'enjeux externes', 'enjeux internes', 'cuestiones externas', 'cambios en el contexto', 'externe en interne', 'wijzigingen in de context', '内外の課題の変化'], help: 'What has changed around and inside the organisation that matters for AI?' },
    { id: 'interested-parties', title: 'Changes in needs of interested parties', synonyms: ['interested parties', 'interested party', 'stakeholder', 'needs and expectations', 'interessierte parteien', 'interessierter parteien', 'parties intéressées', 'partes interesadas', 'belanghebbenden', '利害関係者'], help: 'What do the people and bodies concerned now need or expect?' },
    { id: 'nonconformities', title: 'Nonconformities and corrective actions', synonyms: ['nonconformities', 'nonconformity', 'non-conformities', 'corrective action', 'abweichungen', 'nichtkonformitäten', 'korrekturmaßnahmen', 'non-conformités', 'actions correctives', 'no conformidades', 'acciones correctivas', 'afwijkingen', 'corrigerende maatregelen', '不適合及び是正処置'], help: 'What went wrong, how often, and did the actions help?' },
    { id: 'monitoring', title: 'Monitoring and measurement results', synonyms: ['monitoring', 'measurement results', 'performance of the', 'aims performance', 'performance metrics', 'key performance', 'kpis', 'überwachung', 'messergebnisse', 'kennzahlen', 'surveillance', 'résultats de mesure', 'seguimiento', 'resultados de medición', 'meetresultaten', 'prestaties', '監視及び測定'], help: 'What do the numbers show about systems and objectives, and which trends are there?' },
    { id: 'audits', title: 'Audit results', synonyms: ['audit results', 'audit findings', 'internal audit', 'audits', 'auditergebnisse', 'internes audit', "résultats d'audit", 'audit interne', 'resultados de auditoría', 'auditoría', 'auditresultaten', 'interne audit', '監査結果'], help: 'What did audits find since the last review?' },
    { id: 'improvement', title: 'Opportunities for improvement', synonyms: ['improvement opportunities', 'continual improvement', 'continuous improvement', 'improvement', 'verbesserungsmöglichkeiten', 'fortlaufende verbesserung', 'verbesserung', 'amélioration', 'mejora', 'verbetering', '改善の機会'], help: 'What could be better, and what is proposed?' },
    { id: 'decisions', title: 'Decisions', synonyms: ['decisions and actions', 'outputs', 'review outputs', 'actions agreed', 'action items', 'results of the review', 'conclusions', 'beschlüsse', 'entscheidungen', 'ergebnisse der bewertung', 'décisions', 'decisiones', 'resultados de la revisión', 'besluiten', '決定事項', 'アウトプット'], help: 'What is decided about improvement and about changes to the management system? If nothing, say so.' },
  ],
  shape: {
    titles: [/\bmanagement review\b(?!.*\b(?:procedure|policy|process|plan|schedule)\b)/i, /Managementbewertung(?!sverfahren)|Management-Review/, /revue de direction/i, /revisión por la dirección/i, /directiebeoordeling/i, /マネジメントレビュー/],
    fileNames: [/(?:^|-)management-review(?!.*(?:procedure|policy|process|plan|schedule))(?:$|[-.])/i, /managementbewertung/i, /revue-de-direction/i, /directiebeoordeling/i],
  },
});

// `held_on` is the date of a review.
export default withoutFields(kind, 'date');
