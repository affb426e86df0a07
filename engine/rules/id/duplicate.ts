import type { DocumentRecord, Row } from '../../kinds/record';
import { isLive } from '../../workspace/document-status';
import { definedId, foldId, push } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { areTranslations } from '../../workspace/twins';
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
        const id = foldId(definedId(row));
        if (id === '') continue;
        push(owners, id, { document, row });
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
        const related = others.slice(0, 8).map(({ row }) => ({ at: onField(row, 'id'), message: 'place' }));
        yield {
          at: onField(owner.row, 'id'),
          message: same ? 'same' : 'other',
          data: { id: definedId(owner.row), path: elsewhere.document.path },
          related,
        };
      }
    }
  },
});

/** Translations of one document share its id on purpose, and so do the rows in them. */
function areTwins(list: readonly Owner[]): boolean {
  return areTranslations(list.map(({ document }) => document));
}
