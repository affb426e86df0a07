import type { Row } from '../kinds/record';
import { foldName } from './names';

/** What a row says in all its filled fields, as one text. */
export function rowText(row: Row): string {
  return [...row.fields.values()]
    .filter((field) => field.state === 'filled')
    .map((field) => [field.text, ...field.items.map((item) => item.link ?? '')].join('\n'))
    .join('\n');
}

/** True where an id stands in a text as a word of its own: `OBJ-1` is not in `OBJ-12`. */
export function namesId(text: string, id: string): boolean {
  return hasWord(foldName(text), foldName(id));
}

/** The same for texts that are folded already, as by `foldName`. */
export function hasWord(folded: string, wanted: string): boolean {
  if (wanted === '') return false;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (!isWord(folded[at - 1]) && !isWord(folded[at + wanted.length])) return true;
  }
  return false;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
