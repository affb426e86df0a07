import { plainVersion } from '../../kinds/read-document-control';
import type { Item } from '../../kinds/record';
import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { fieldReferences } from '../../workspace/references';
import { fieldWords, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'reference/version-behind',
  scope: 'document',
  severity: 'warning',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    found:
      '"{text}" ({label} of {row}) names version {written}, but {target} is at version {current}. Check whether what you say still holds, then write the version of today or leave it out.',
    target: 'The version of today.',
  },
  *check(document, view) {
    for (const { row, field, item, resolution } of fieldReferences(document, view)) {
      // What a document replaces, and a log of past changes, are earlier versions on purpose.
      if (
        resolution.type !== 'named' ||
        field.definition.name === 'supersedes' ||
        row.entity === 'change' ||
        row.entity === 'document-entry'
      )
        continue;
      const { named } = resolution;
      const written = versionOf(item, field.items, named.id);
      const current = filledText(named.row, 'version');
      if (written === '' || current === '' || plainVersion(written) === plainVersion(current)) continue;
      const data = {
        ...fieldWords(row, field.definition, item.text),
        written: shorten(written.replace(/^v/i, '')),
        target: named.id,
        current: shorten(current),
      };
      const related = [{ at: onField(named.row, 'version'), message: 'target' }];
      yield { at: onField(row, field.definition.name, item), message: 'found', data, related };
    }
  },
});

/** The version written with an id: `M-2@2.0`, `POL-1 v2.0`; in a list of ids the version is cut off as the next item. */
function versionOf(item: Item, items: readonly Item[], id: string): string {
  const rest =
    item.value.slice(0, id.length).toLowerCase() === id.toLowerCase() ? item.value.slice(id.length).trim() : '';
  const match = /^(?:@|\(?v(?:ersion)?\s?)(\d[\w.]*)\)?$/i.exec(rest);
  if (match?.[1]) return match[1];
  const next = items[items.indexOf(item) + 1];
  const sameFact = next && next.at.block === item.at.block && next.at.fact === item.at.fact;
  return sameFact && /^v\d+(?:\.\d+)*$/i.test(next.value) ? next.value : '';
}
