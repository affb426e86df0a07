import { defineKind } from '../define-kind';

/** How people get to know the policy and their part (7.3). */
export default defineKind({
  kind: 'awareness-plan',
  title: 'Awareness plan',
  class: 'governing',
  purpose: 'Says how everybody gets to know the AI policy, their own part in it and what happens if it is ignored.',
  clauses: ['7.3'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'awareness',
      list: 'activities',
      listSynonyms: ['awareness', 'awareness activities', 'trainings', 'maßnahmen', 'activités', 'actividades', 'activiteiten'],
      title: 'awareness activity',
      identity: 'what',
      fields: [
        { name: 'id', type: 'id', synonyms: ['activity id', 'nr', 'ref', '番号'], help: 'A short name, if you use one.' },
        { name: 'what', type: 'text', requiredFrom: 'draft', synonyms: ['activity', 'topic', 'message', 'content', 'training', 'was', 'thema', 'maßnahme', 'inhalt', 'quoi', 'activité', 'sujet', 'qué', 'actividad', 'tema', 'wat', 'activiteit', 'onderwerp', '内容', '活動'], help: 'What is done, and about what.' },
        { name: 'audience', type: 'text', synonyms: ['for whom', 'target group', 'target audience', 'participants', 'für wen', 'zielgruppe', 'pour qui', 'public cible', 'para quién', 'público', 'destinatarios', 'voor wie', 'doelgroep', '対象者'], help: 'Who takes part.' },
        { name: 'when', type: 'text', synonyms: ['frequency', 'date', 'schedule', 'timing', 'wann', 'häufigkeit', 'termin', 'quand', 'fréquence', 'cuándo', 'frecuencia', 'wanneer', 'frequentie', '時期', '頻度'], help: 'When and how often.' },
        { name: 'how', type: 'text', synonyms: ['format', 'method', 'channel', 'medium', 'wie', 'kanal', 'comment', 'méthode', 'cómo', 'método', 'canal', 'hoe', 'kanaal', '方法'], help: 'In which form.' },
        { name: 'owner', type: 'text', synonyms: ['who', 'responsible', 'by whom', 'run by', 'wer', 'verantwortlich', 'qui', 'responsable', 'quién', 'wie voert uit', 'verantwoordelijke', '責任者', '担当'], help: 'The role that does it.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['record', 'records', 'nachweis', 'preuve', 'evidencia', 'bewijs', '証拠'], help: 'Where one sees that it took place.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\bawareness (?:plan|programme|program)\b/i, /\bAI literacy (?:plan|programme|program)\b/i, /(?:Sensibilisierungs|Bewusstseins|Awareness-?)(?:plan|programm)/i, /plan de sensibilisation/i, /plan de (?:concienciación|toma de conciencia)/i, /bewustwordingsplan/i, /認識(?:向上)?計画/],
    fileNames: [/(?:^|-)awareness-(?:plan|programme|program)(?:$|[-.])/i, /(?:^|-)ai-literacy-(?:plan|programme|program)(?:$|[-.])/i, /sensibilisierungsplan/i],
  },
});
