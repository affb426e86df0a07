import { onField } from '../../workspace/places';
import { evidenceOf } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'evidence/missing',
  scope: 'document',
  rowByRow: true,
  looksAround: true,
  severity: 'error',
  references: ['7.5.3', '8.1'],
  messages: {
    path: 'The evidence "{text}" does not exist: there is no such file. Correct the path, or add the file (clause 7.5.3 asks that documents can be found).',
    id: 'The evidence "{text}" leads nowhere: nothing here has this id. Correct the id, or add the record (clause 7.5.3 asks that documents can be found).',
    folder:
      'The evidence "{text}" is a folder. A folder shows that things are kept, not that anything was done: name the files in it that count.',
  },
  *check(document, view) {
    for (const row of [document.metadata, ...document.rows]) {
      for (const { item, resolution } of evidenceOf(view, row)) {
        const at = onField(row, 'evidence', item);
        const data = { text: item.link ?? item.text };
        const references = row.entity === 'control-decision' && row.id.startsWith('A.') ? [row.id] : [];
        if (resolution?.type === 'folder') yield { at, message: 'folder', severity: 'warning', data, references };
        if (resolution?.type !== 'unresolved') continue;
        // An id could stand in a document that cannot be read; a file is there or it is not.
        if (resolution.as === 'id' && view.incomplete) continue;
        const report = { at, message: resolution.as, data, references };
        // In a table a bare word with a slash or digits may only look like a path or id.
        const certain =
          document.language === 'yaml' ||
          item.link !== undefined ||
          (resolution.as === 'path' && /\.[a-z0-9]{2,5}(?:#.*)?$/i.test(item.text));
        yield certain ? report : { ...report, severity: 'warning' };
      }
    }
  },
});
