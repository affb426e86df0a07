import { lacking, rowsAbout } from '../../workspace/document-rows';
import { defineRule } from '../rule';

export default defineRule({
  id: 'dataset/no-provenance',
  scope: 'document',
  about: 'dataset',
  severity: 'warning',
  references: ['A.7.5', 'A.7.3'],
  messages: {
    row: 'Nothing says where {row} comes from. Write from whom, when and how it was obtained, and what was changed since (A.7.5).',
    none: 'For none of the {count} datasets here it is said where they come from. Write it for each (A.7.5).',
  },
  *check(document) {
    const rows = rowsAbout(document, 'dataset');
    yield* lacking(document, rows, 'provenance');
  },
});
