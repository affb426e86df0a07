import { defineKind } from '../define-kind';
import { SYSTEM_FIELDS } from '../fields/system';

/** One AI system in a file of its own, with the fields of an inventory row. */
export default defineKind({
  kind: 'ai-system',
  title: 'AI system',
  class: 'register',
  purpose: 'Describes one AI system in a file of its own, where a row of the inventory is too small for it.',
  clauses: ['4.3'],
  controls: ['A.4.2', 'A.6.2.2'],
  fields: SYSTEM_FIELDS,
  rows: [],
  sections: [],
  single: 'system',
  shape: {
    titles: [/^AI system (?:record|profile|fact ?sheet)\b/i, /^KI-System(?:steckbrief|blatt)\b/i],
    fileNames: [],
  },
});
