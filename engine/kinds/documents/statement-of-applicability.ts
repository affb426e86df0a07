import { defineKind } from '../define-kind';
import type { AllowedValue } from '../kind';

const BASIS: readonly AllowedValue[] = [
  { value: 'risk', meaning: 'A risk treatment asks for the control.', synonyms: ['risk treatment', 'rt', 'risk assessment', 'risiko'] },
  { value: 'impact', meaning: 'An impact assessment asks for the control.', synonyms: ['impact assessment', 'aia', 'auswirkung'] },
  { value: 'legal', meaning: 'A law or regulation asks for it.', synonyms: ['law', 'l', 'regulatory', 'regulation', 'lr', 'gesetz', 'rechtlich'] },
  { value: 'contract', meaning: 'A contract asks for it.', synonyms: ['contractual', 'c', 'co', 'customer', 'vertrag'] },
  { value: 'objective', meaning: 'An AI objective asks for it.', synonyms: ['business', 'br', 'ziel'] },
  { value: 'policy', meaning: 'A policy or good practice of the organisation asks for it.', synonyms: ['good practice', 'best practice', 'bp', 'richtlinie'] },
];

const STATUS: readonly AllowedValue[] = [
  { value: 'not_started', meaning: 'Nothing has been done yet.', synonyms: ['to do', 'todo', 'open', 'not implemented', 'not started', 'none', 'no', '❌', '🔴', 'offen', 'nicht umgesetzt', 'non démarré', 'no iniciado', 'niet gestart', '未着手'] },
  { value: 'planned', meaning: 'Decided and scheduled; it needs a target date.', synonyms: ['scheduled', 'geplant', 'prévu', 'planificado', 'gepland', '計画済み', '🔵'] },
  { value: 'partial', meaning: 'Some of it is in place; it needs a target date.', synonyms: ['partially', 'partly', 'partially implemented', 'partly implemented', 'in progress', 'ongoing', '⚠️', '⚠', '🟡', '🟠', 'teilweise', 'teilweise umgesetzt', 'in umsetzung', 'en cours', 'parcial', 'en curso', 'gedeeltelijk', '一部'] },
  { value: 'implemented', meaning: 'It is in place; evidence is expected.', synonyms: ['done', 'complete', 'completed', 'fully implemented', 'yes', 'in place', '✅', '🟢', 'umgesetzt', 'implementiert', 'ja', 'mis en œuvre', 'implementado', 'geïmplementeerd', '実施済み'] },
  { value: 'verified', meaning: 'Somebody who did not do the work has checked that it is in place.', synonyms: ['audited', 'effective', 'geprüft', 'verifiziert', 'vérifié', 'verificado', 'geverifieerd', '検証済み'] },
];

/** The Statement of Applicability: a decision with its reason for every control (clause 6.1.3). */
export default defineKind({
  kind: 'statement-of-applicability',
  title: 'Statement of Applicability',
  class: 'governing',
  purpose: 'Says for each control whether it applies, why, how far it is in place and where that can be seen.',
  clauses: ['6.1.3'],
  controls: [],
  oneOf: true,
  fields: [],
  rows: [
    {
      entity: 'control-decision',
      list: 'controls',
      listSynonyms: ['soa', 'statement of applicability', 'annex a', 'rows'],
      title: 'control',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', refersTo: ['control'], requiredFrom: 'draft', synonyms: ['control', 'control id', 'control no', 'control number', 'no', 'nr', 'ref', 'reference', 'annex a', 'annex a control', 'annex a ref', 'iso 42001 control', 'iso 42001', 'iso control', 'maßnahme', 'massnahme', 'kontrolle', 'contrôle', 'mesure', 'medida', 'beheersmaatregel', '管理策', 'control #', '#'], help: 'The control, such as A.6.2.4; or an id of your own for a control that is not in Annex A.' },
        { name: 'title', type: 'text', synonyms: ['control title', 'control name', 'name', 'description', 'control description', 'bezeichnung', 'titel', 'titre', 'título', '名称'], help: 'The title of the control. You may leave it out.' },
        { name: 'framework', type: 'text', synonyms: ['standard'], help: 'The framework of this control, where several stand in one statement.' },
        { name: 'source', type: 'enum', values: [{ value: 'annex_a', meaning: 'A control of Annex A.', synonyms: ['annex a', 'iso 42001'] }, { value: 'other', meaning: 'A control of another standard.', synonyms: ['other standard'] }, { value: 'own', meaning: 'A control of your own.', synonyms: ['custom', 'internal', 'eigene'] }], help: 'Where the control comes from.' },
        { name: 'applicable', type: 'boolean', requiredFrom: 'draft', synonyms: ['applicability', 'included', 'in scope', 'applies', 'applicable (y/n)', 'applicable?', 'decision', 'anwendbar', 'anwendbarkeit', 'applicabilité', 'aplicable', 'aplicabilidad', 'van toepassing', '適用', 'include/exclude', 'inclusion'], help: 'true: the control applies; false: it is excluded. Either way the reason has to be given.' },
        { name: 'basis', type: 'enum', list: true, values: BASIS, synonyms: ['reason code', 'basis for inclusion', 'selection basis', 'grundlage', 'driver', 'source of requirement'], help: 'What the inclusion rests on: risk, impact, legal, contract, objective, policy. Several are allowed.' },
        { name: 'justification', type: 'text', requiredFrom: 'draft', synonyms: ['reason', 'rationale', 'justification for inclusion', 'justification for exclusion', 'justification for inclusion/exclusion', 'justification / rationale', 'reason for inclusion', 'reason for exclusion', 'reason for inclusion/exclusion', 'exclusion justification', 'inclusion justification', 'begründung', 'justificación', 'motivation', 'onderbouwing', '正当化', '理由', 'why', 'comment'], help: 'Why the control applies, or why it does not: your own words about your own AI systems. It has to be true for you.' },
        { name: 'risks', type: 'text', list: true, refersTo: ['risk'], synonyms: ['linked risks', 'risk', 'risk id', 'risk ids', 'related risks', 'risiken', 'risques', 'riesgos', 'risico’s', 'リスク'], help: 'The risks that this control treats.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai systems', 'ai systems covered', 'ki-systeme', 'systèmes', 'sistemas'], help: 'The AI systems the decision covers: ids, or all.' },
        { name: 'status', type: 'enum', values: STATUS, synonyms: ['implementation status', 'implemented', 'implemented?', 'implementation state', 'umsetzungsstatus', 'umsetzung', 'état', 'estado', 'stand', 'maturity', '実施状況'], help: 'How far the control is in place.' },
        { name: 'target_date', type: 'date', synonyms: ['target', 'target completion', 'due', 'due date', 'planned date', 'zieldatum', 'date cible', 'fecha objetivo', 'streefdatum'], help: 'By when it will be in place, while it is planned or partial.' },
        { name: 'implementation', type: 'text', refersTo: ['path', 'document'], synonyms: ['implementation description', 'implementation reference', 'how implemented', 'implementation notes', 'implementation details', 'reference document', 'umsetzungsbeschreibung', 'mise en œuvre', 'implementación', 'implementatie', '実施方法', 'notes'], help: 'How the control is in place, with links to the policies and procedures that say so.' },
        { name: 'owner', type: 'text', synonyms: ['control owner', 'responsible', 'responsibility', 'verantwortlich', 'verantwortlicher', 'responsable', 'eigenaar', '責任者'], help: 'The role that answers for the control.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['evidence reference', 'evidence location', 'evidence link', 'evidences', 'evidence / reference', 'nachweis', 'nachweise', 'preuve', 'preuves', 'evidencia', 'bewijs', '証拠', 'evidence ref', 'document reference'], help: 'Where it can be seen that the control works: records, registers, reports. Links, paths, ids or addresses, best with a date.' },
        { name: 'last_review', type: 'date', synonyms: ['last reviewed', 'reviewed', 'letzte prüfung'], help: 'When this decision was last looked at.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/statement of applicability/i, /^\W*SoA\b/, /erklärung zur anwendbarkeit|anwendbarkeitserklärung/i, /déclaration d['’]applicabilité/i, /declaración de aplicabilidad/i, /verklaring van toepasselijkheid/i, /適用宣言書/],
    fileNames: [/statement-of-applicability/i, /(?:^|[-.])soa(?:$|[-.])/i, /anwendbarkeit/i],
  },
});
