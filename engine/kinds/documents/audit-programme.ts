import { defineKind } from '../define-kind';

/** Which audits are planned (9.2.2). */
export default defineKind({
  kind: 'audit-programme',
  title: 'Internal audit programme',
  class: 'governing',
  purpose: 'Says which parts of the management system are audited when, against what and by whom.',
  clauses: ['9.2.2'],
  controls: [],
  fields: [
    { name: 'interval', type: 'text', synonyms: ['audit interval', 'audit frequency', 'audit cycle', 'auditintervall', 'auditzyklus', "fréquence d'audit", 'frecuencia de auditoría', 'auditcyclus', '監査頻度'], help: 'In which time everything is audited once, such as every 12 months.' },
  ],
  rows: [
    {
      entity: 'audit',
      list: 'audits',
      listSynonyms: ['audit programme', 'audit program', 'audit plan', 'schedule', 'auditorías'],
      title: 'audit',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['audit id', 'audit no', 'audit number', 'audit ref', 'audit reference', 'audit', 'ref', 'nr', 'auditnummer', "référence d'audit", 'número de auditoría', '監査番号'], help: 'A short name, such as AUD-2026-1.' },
        { name: 'scope', type: 'text', requiredFrom: 'draft', synonyms: ['audit scope', 'title', 'area', 'audit area', 'topic', 'process', 'auditumfang', 'bereich', 'thema', "périmètre d'audit", 'périmètre', 'alcance', 'alcance de la auditoría', 'onderwerp', 'reikwijdte', '監査範囲', '対象'], help: 'What is audited.' },
        { name: 'criteria', type: 'text', synonyms: ['audit criteria', 'against', 'auditkriterien', 'kriterien', "critères d'audit", 'critères', 'criterios', 'criterios de auditoría', 'auditcriteria', '監査基準'], help: 'Against what: the standard, your own documents, law.' },
        { name: 'clauses', type: 'text', list: true, refersTo: ['clause'], synonyms: ['clause', 'iso clauses', 'kapitel', 'normkapitel', 'chapitres', 'cláusulas', 'normparagrafen', '箇条'], help: 'The clauses it looks at.' },
        { name: 'controls', type: 'text', list: true, refersTo: ['control'], synonyms: ['control', 'annex a controls', 'kontrollen', 'mesures', 'controles', 'beheersmaatregelen', '管理策'], help: 'The controls it looks at.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai systems', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '対象システム'], help: 'The AI systems it looks at, or all.' },
        { name: 'auditor', type: 'text', synonyms: ['auditors', 'lead auditor', 'audit team', 'auditleiter', 'auditteam', 'auditeur', 'auditor líder', 'auditores', '監査員'], help: 'Who audits. Nobody audits their own work.' },
        { name: 'planned', type: 'date', requiredFrom: 'draft', synonyms: ['planned date', 'planned for', 'planned on', 'scheduled', 'date', 'when', 'month', 'geplant', 'geplant am', 'termin', 'datum', 'date prévue', 'prévu', 'fecha prevista', 'planificado', 'gepland', '予定日', '計画日'], help: 'When: a day, a month or a quarter.' },
        { name: 'report', type: 'text', list: true, refersTo: ['document', 'path'], synonyms: ['audit report', 'auditbericht', "rapport d'audit", 'informe', 'informe de auditoría', 'auditrapport', '監査報告書'], help: 'The report, once it is there.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:internal )?audit (?:programme|program|schedule|calendar)\b/i, /^(?:AIMS )?(?:annual )?internal audit plan\b/i, /Audit(?:programm|jahresplan)/i, /programme d['’]audits?/i, /programa de auditorías?/i, /auditprogramma/i, /監査(?:プログラム|計画)/],
    fileNames: [/(?:^|-)audit-(?:programme|program|schedule|plan)(?:$|[-.])/i, /audit(?:programm|jahresplan)/i],
  },
});
