import { defineKind } from '../define-kind';

/** Who says what about AI, to whom and when (7.4, A.8.5). */
export default defineKind({
  kind: 'communication-plan',
  title: 'Communication plan',
  class: 'governing',
  purpose: 'Settles in advance who says what about your AI, to whom, when and how.',
  clauses: ['7.4'],
  controls: ['A.8.5'],
  fields: [],
  rows: [
    {
      entity: 'communication',
      list: 'communications',
      listSynonyms: ['messages', 'communication', 'kommunikation', 'comunicaciones', 'communicatie'],
      title: 'communication',
      identity: 'what',
      fields: [
        { name: 'id', type: 'id', synonyms: ['communication id', 'nr', 'ref', '番号'], help: 'A short name, if you use one.' },
        { name: 'what', type: 'text', requiredFrom: 'draft', synonyms: ['message', 'topic', 'content', 'subject', 'communication', 'report type', 'was', 'thema', 'inhalt', 'botschaft', 'quoi', 'sujet', 'message clé', 'qué', 'tema', 'mensaje', 'wat', 'onderwerp', 'boodschap', '内容'], help: 'What is told.' },
        { name: 'when', type: 'text', synonyms: ['frequency', 'timing', 'trigger', 'schedule', 'wann', 'häufigkeit', 'anlass', 'quand', 'fréquence', 'cuándo', 'frecuencia', 'wanneer', 'frequentie', '時期', '頻度'], help: 'When and how often, or on what occasion.' },
        { name: 'with_whom', type: 'text', synonyms: ['with whom', 'to whom', 'audience', 'recipient', 'recipients', 'stakeholder', 'target group', 'mit wem', 'an wen', 'zielgruppe', 'empfänger', 'avec qui', 'à qui', 'destinataires', 'con quién', 'a quién', 'destinatarios', 'met wie', 'aan wie', 'doelgroep', 'ontvangers', '対象者', '相手'], help: 'With whom, inside or outside.' },
        { name: 'how', type: 'text', synonyms: ['channel', 'method', 'medium', 'format', 'means', 'wie', 'kanal', 'comment', 'moyen', 'cómo', 'canal', 'medio', 'hoe', 'kanaal', '方法', '手段'], help: 'By which channel.' },
        { name: 'who', type: 'text', synonyms: ['owner', 'responsible', 'by whom', 'sender', 'communicator', 'wer', 'verantwortlich', 'durch wen', 'qui', 'responsable', 'quién', 'door wie', 'verantwoordelijke', '担当', '責任者'], help: 'The role that does it.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['record', 'records', 'nachweis', 'preuve', 'evidencia', 'bewijs', '証拠'], help: 'Where one sees that it took place.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\bcommunications? (?:plan|matrix)\b/i, /Kommunikations(?:plan|matrix)/i, /plan de communication/i, /plan de comunicación/i, /communicatieplan/i, /コミュニケーション計画/],
    fileNames: [/(?:^|-)communications?-(?:plan|matrix)(?:$|[-.])/i, /kommunikations(?:plan|matrix)/i],
  },
});
