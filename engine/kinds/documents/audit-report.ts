import { defineKind } from '../define-kind';
import { withoutFields } from '../fields/of-class';

/** What an internal audit found (9.2). */
const kind = defineKind({
  kind: 'audit-report',
  title: 'Internal audit report',
  class: 'record',
  purpose: 'Says what was audited, against what, by whom, and what was found.',
  clauses: ['9.2.2'],
  controls: [],
  fields: [
    { name: 'scope', type: 'text', synonyms: ['audit scope', 'auditumfang', "périmètre d'audit", 'alcance de la auditoría', 'reikwijdte', '監査範囲'], help: 'What was audited.' },
    { name: 'criteria', type: 'text', synonyms: ['audit criteria', 'auditkriterien', "critères d'audit", 'criterios de auditoría', 'auditcriteria', '監査基準'], help: 'Against what: the standard, your own documents, law.' },
    { name: 'auditor', type: 'text', requiredFrom: 'draft', synonyms: ['auditors', 'lead auditor', 'audit team', 'auditor(s)', 'author', 'auditleiter', 'auditteam', 'auditeur', 'auditeurs', 'auditor líder', 'auditores', '監査員'], help: 'Who audited. Nobody audits their own work.' },
    { name: 'planned', type: 'date', synonyms: ['planned date', 'planned for', 'geplant', 'date prévue', 'fecha prevista', 'gepland', '予定日'], help: 'When it was planned.' },
    { name: 'held_on', type: 'date', requiredFrom: 'draft', synonyms: ['held on', 'audit date', 'date of audit', 'date', 'audit dates', 'conducted on', 'durchgeführt am', 'auditdatum', 'datum', "date de l'audit", 'fecha de la auditoría', 'fecha', 'uitgevoerd op', '監査日', '実施日'], help: 'The day it took place; of several days, the last.' },
    { name: 'started_on', type: 'date', synonyms: ['started on', 'start date', 'audit start', 'beginn', 'date de début', 'fecha de inicio', 'begindatum', '開始日'], help: 'The first day, if it took several.' },
    { name: 'audit', type: 'text', refersTo: ['audit'], synonyms: ['audit id', 'audit reference', 'audit no', 'programme entry', 'auditnummer', "référence d'audit", 'número de auditoría', '監査番号'], help: 'The entry of the audit programme: its id.' },
    { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai systems', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '対象システム'], help: 'The AI systems that were looked at.' },
    { name: 'conclusion', type: 'text', synonyms: ['audit conclusion', 'overall conclusion', 'result', 'fazit', 'ergebnis', "conclusion de l'audit", 'conclusión', 'conclusie', '結論'], help: 'What the auditor concludes; it may also be a section of its own.' },
  ],
  rows: [
    {
      entity: 'finding',
      list: 'findings',
      listSynonyms: ['audit findings', 'feststellungen', 'constats', 'hallazgos', 'bevindingen'],
      title: 'finding',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['finding id', 'finding no', 'finding number', 'ref', 'nr', 'no', 'feststellungs-id', 'identifiant', 'identificador', 'bevindingnummer', '番号'], help: 'A short name, such as AUD-2026-1-F2.' },
        { name: 'type', type: 'enum', values: [
          { value: 'nonconformity', meaning: 'A requirement is not met.', synonyms: ['nonconformance', 'non-conformity', 'nc', 'major', 'minor', 'major nonconformity', 'minor nonconformity', 'major nc', 'minor nc', 'nonconformity (major)', 'nonconformity (minor)', 'abweichung', 'hauptabweichung', 'nebenabweichung', 'non-conformité', 'non-conformité majeure', 'non-conformité mineure', 'no conformidad', 'no conformidad mayor', 'no conformidad menor', 'afwijking', 'grote afwijking', 'kleine afwijking', '不適合', '重大な不適合', '軽微な不適合', '🔴'] },
          { value: 'observation', meaning: 'Met, but it may not stay so.', synonyms: ['obs', 'note', 'remark', 'concern', 'beobachtung', 'hinweis', 'remarque', 'observación', 'observatie', 'opmerking', '観察事項', '🟡'] },
          { value: 'opportunity', meaning: 'It could be done better.', synonyms: ['ofi', 'opportunity for improvement', 'improvement', 'recommendation', 'verbesserungspotenzial', 'empfehlung', 'opportunité', "piste d'amélioration", 'oportunidad', 'oportunidad de mejora', 'verbeterpunt', 'verbeterkans', '改善の機会', '🔵'] },
          { value: 'conformity', meaning: 'Looked at and met.', synonyms: ['conform', 'positive', 'strength', 'good practice', 'ok', 'konform', 'stärke', 'conformité', 'point fort', 'conformidad', 'fortaleza', 'conformiteit', 'sterk punt', '適合', '🟢', '✅'] },
        ], synonyms: ['finding type', 'classification', 'category', 'grade', 'grading', 'severity', 'art', 'einstufung', 'type de constat', 'tipo', 'clasificación', 'soort', 'classificatie', '区分', '種類'], help: 'Nonconformity, observation or opportunity.' },
        { name: 'clause', type: 'text', list: true, refersTo: ['clause'], synonyms: ['clauses', 'iso clause', 'requirement', 'kapitel', 'normkapitel', 'chapitre', 'cláusula', 'requisito', 'normparagraaf', '箇条'], help: 'The clause it is about.' },
        { name: 'control', type: 'text', list: true, refersTo: ['control'], synonyms: ['controls', 'control id', 'annex a control', 'clause / control', 'clause or control', 'kontrolle', 'mesure', 'beheersmaatregel', '管理策'], help: 'The control it is about.' },
        { name: 'finding', type: 'text', requiredFrom: 'draft', synonyms: ['description', 'finding description', 'details', 'title', 'feststellung', 'beschreibung', 'constat', 'hallazgo', 'descripción', 'bevinding', 'beschrijving', '内容', '所見'], help: 'What was found.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['audit evidence', 'objective evidence', 'nachweis', 'preuve', 'evidencia', 'bewijs', '証拠'], help: 'What it was seen by.' },
        { name: 'correction', type: 'text', synonyms: ['corrective action', 'action', 'agreed action', 'recommended action', 'maßnahme', 'korrektur', 'action corrective', 'acción correctiva', 'corrigerende maatregel', '是正処置'], help: 'What follows, or the nonconformity that was opened for it.' },
        { name: 'owner', type: 'text', synonyms: ['responsible', 'action owner', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that deals with it.' },
        { name: 'due', type: 'date', synonyms: ['due date', 'deadline', 'target date', 'fällig', 'frist', 'échéance', 'vencimiento', 'fecha límite', 'vervaldatum', '期限'], help: 'By when.' },
      ],
    },
  ],
  sections: [
    { id: 'scope', title: 'Scope', synonyms: ['audit scope', 'scope of the audit', 'scope', 'auditumfang', 'umfang', 'périmètre', 'alcance', 'reikwijdte', '監査範囲'], help: 'What was audited?' },
    { id: 'criteria', title: 'Criteria', synonyms: ['audit criteria', 'criteria', 'audit basis', 'auditkriterien', 'kriterien', 'critères', 'criterios', '監査基準'], help: 'Against what was it audited: the standard, your own documents, law?' },
    { id: 'findings', title: 'Findings', synonyms: ['audit findings', 'nonconformities', 'observations', 'results', 'feststellungen', 'abweichungen', 'constats', 'hallazgos', 'bevindingen', '監査所見', '発見事項'], help: 'What was found? If nothing was, say so.' },
    { id: 'conclusion', title: 'Conclusion', synonyms: ['audit conclusion', 'overall conclusion', 'summary', 'executive summary', 'fazit', 'schlussfolgerung', 'zusammenfassung', 'conclusión', 'synthèse', 'resumen', 'conclusie', 'samenvatting', '監査結論'], help: 'What does the auditor conclude about the part that was audited?' },
  ],
  shape: {
    titles: [/\b(?:internal |AIMS )?audit report\b/i, /Auditbericht/i, /rapport d['’]audit/i, /informe de auditoría/i, /auditrapport/i, /監査報告/],
    fileNames: [/(?:^|-)(?:internal-|aims-)?audit-report(?:$|[-.])/i, /auditbericht/i, /rapport-d-?audit/i],
  },
});

// `held_on` is the date of a report and `auditor` its author.
export default withoutFields(kind, 'date', 'author');
