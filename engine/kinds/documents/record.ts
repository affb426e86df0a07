import { defineKind } from '../define-kind';

/** Anything that serves as evidence (7.5). */
export default defineKind({
  kind: 'record',
  title: 'Record',
  class: 'record',
  purpose:
    'Anything that shows that something was done: minutes, test results, training lists, sign-offs. It needs a date.',
  clauses: ['7.5.1'],
  controls: [],
  fields: [
    {
      name: 'systems',
      type: 'text',
      list: true,
      refersTo: ['system'],
      synonyms: [
        'system',
        'ai system',
        'ai systems',
        'ki-system',
        'ki-systeme',
        'système',
        'sistema',
        'systeem',
        'システム',
      ],
      help: 'The AI systems it is about, if any.',
    },
  ],
  rows: [],
  sections: [],
  // Nothing is taken for a record by its looks: it says so itself, or aims.yaml does.
  shape: { titles: [], fileNames: [] },
});
