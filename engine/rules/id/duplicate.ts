import type { DocumentRecord, Row } from '../../kinds/record';
import { foldId, isFilled } from '../../workspace/names';
import { areTranslations } from '../../workspace/twins';
import { isLive } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

interface Owner {
  readonly document: DocumentRecord;
  readonly row: Row;
}

export default defineRule({
  id: 'id/duplicate',
  scope: 'workspace',
  severity: 'error',
  references: ['7.5.2'],
  reads: 'all',
  messages: {
    same: '{id} stands for two different things in this document. Give one of them another id; until then nothing can refer to either.',
    other:
      '{id} is also used in {path}. Give one of them another id, or retire the older one; until then nothing can refer to either.',
    place: 'The same id.',
  },
  *check(view) {
    const owners = new Map<string, Owner[]>();
    for (const document of view.documents) {
      if (!isLive(document)) continue;
      for (const row of [document.metadata, ...document.rows]) {
        if (!definesId(row)) continue;
        const id = foldId(row.id);
        owners.set(id, [...(owners.get(id) ?? []), { document, row }]);
      }
    }
    for (const list of owners.values()) {
      if (list.length < 2 || areTwins(list)) continue;
      for (const owner of list) {
        const others = list.filter((other) => other !== owner && !areTwins([owner, other]));
        const [first] = others;
        if (!first) continue;
        const same = others.every((other) => other.document === owner.document);
        const elsewhere = others.find((other) => other.document !== owner.document) ?? first;
        const related = others
          .slice(0, 8)
          .map(({ row }) => ({ at: { on: 'field' as const, row, field: 'id' }, message: 'place' }));
        yield {
          at: { on: 'field', row: owner.row, field: 'id' },
          message: same ? 'same' : 'other',
          data: { id: owner.row.id, path: elsewhere.document.path },
          related,
        };
      }
    }
  },
});

/** Rows that are named after what they are about (a control, a risk to be treated) define no id. */
function definesId(row: Row): boolean {
  if (row.id === '' || row.unfilled || row.entity === 'control-decision' || row.entity === 'document-entry')
    return false;
  if (row.definition === undefined) return isFilled(row, 'id');
  return row.definition.identity === 'id' && isFilled(row, 'id');
}

/** Translations of one document share its id on purpose, and so do the rows in them. */
function areTwins(list: readonly Owner[]): boolean {
  return areTranslations(list.map(({ document }) => document));
}
