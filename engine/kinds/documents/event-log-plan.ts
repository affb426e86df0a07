import { defineKind } from '../define-kind';

/** Which events AI systems log (A.6.2.8). */
export default defineKind({
  kind: 'event-log-plan',
  title: 'Event log plan',
  class: 'governing',
  purpose: 'Says which events your AI systems log, in which stage of life, how long logs are kept and who looks at them.',
  clauses: [],
  controls: ['A.6.2.8'],
  fields: [],
  rows: [
    {
      entity: 'event',
      list: 'events',
      listSynonyms: ['event logs', 'logs', 'log events', 'ereignisse', 'événements', 'eventos', 'gebeurtenissen'],
      title: 'event',
      identity: 'event',
      fields: [
        { name: 'id', type: 'id', synonyms: ['event id', 'log id', 'nr', 'ref', '番号'], help: 'A short name, if you use one.' },
        { name: 'event', type: 'text', requiredFrom: 'draft', synonyms: ['events', 'event type', 'logged event', 'logged events', 'events logged', 'what is logged', 'log event', 'ereignis', 'protokolliertes ereignis', 'événement', 'evento', 'gebeurtenis', 'イベント', '事象'], help: 'What is logged, such as each suggestion with its input and version.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai system', 'ai systems', 'ki-system', 'ki-systeme', 'système', 'systèmes', 'sistema', 'sistemas', 'systeem', 'systemen', '対象システム'], help: 'The AI systems that log it, or all.' },
        { name: 'lifecycle', type: 'text', synonyms: ['lifecycle stage', 'life cycle stage', 'stage', 'phase', 'lebenszyklus', 'cycle de vie', 'ciclo de vida', 'levenscyclus', 'ライフサイクル'], help: 'In which stages of life it is logged; at least while the system is in use.' },
        { name: 'content', type: 'text', synonyms: ['logged fields', 'data logged', 'log content', 'fields', 'inhalt', 'contenu', 'contenido', 'inhoud', '記録内容'], help: 'What an entry holds, and whether that is personal data.' },
        { name: 'location', type: 'text', synonyms: ['log location', 'log store', 'storage', 'where', 'speicherort', 'ablageort', 'emplacement', 'ubicación', 'locatie', '保管場所'], help: 'Where the log is kept.' },
        { name: 'retention', type: 'text', synonyms: ['retention period', 'log retention', 'kept for', 'aufbewahrung', 'aufbewahrungsfrist', 'conservation', 'durée de conservation', 'conservación', 'bewaartermijn', '保存期間'], help: 'How long it is kept. For high-risk systems the AI Act sets a minimum.' },
        { name: 'access', type: 'text', synonyms: ['who can read', 'who has access', 'access rights', 'readable by', 'zugriff', 'wer darf lesen', 'accès', 'acceso', 'toegang', '閲覧者'], help: 'Who can read the log.' },
        { name: 'reviewed_by', type: 'text', synonyms: ['reviewed by', 'review', 'log review', 'who reviews', 'geprüft von', 'auswertung', 'revu par', 'revisado por', 'beoordeeld door', '確認者'], help: 'Who looks at the log, and how often.' },
        { name: 'owner', type: 'text', synonyms: ['responsible', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that answers for the log.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:AI )?(?:event[ -])?log(?:ging)? (?:plan|concept)\b/i, /Protokollierungs(?:plan|konzept)/i, /plan de journalisation/i, /plan de registro de eventos/i, /logplan|logboekplan/i, /ログ(?:記録)?計画/],
    fileNames: [/(?:^|-)(?:ai-)?(?:event-log|event-logging|logging)-(?:plan|concept)(?:$|[-.])/i, /protokollierungs(?:plan|konzept)/i],
  },
});
