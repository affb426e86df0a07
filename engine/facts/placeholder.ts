import type { Span } from '../text/span';

const WHOLE = [
  /^\{\{[^{}]*\}\}$/,
  /^\{%[^%]*%\}$/,
  /^\[[^\][]*[A-Za-z][^\][]*\](?![([:])$/,
  /^_{3,}$/,
  /^_[A-Z][^_]*(?:…|\.\.\.)?_$/,
  /^(?:e\.g\.|for example|z\. ?B\.|p\. ?ex\.)[\s,:].*$/i,
  /^(?:TBD|TBC|TODO|XXX+|FIXME)[.:!]?$/i,
  /^(?:☐|❓|…|\.\.\.|\?+)$/,
  /^(?:YYYY|JJJJ|AAAA)-(?:MM|mm)-(?:DD|TT|JJ|dd)$/,
  /^[A-Z][A-Z0-9]*-(?:\[[A-Z]+\]|X{2,}|#+|N{2,})(?:-(?:\[[A-Z]+\]|X{2,}|#+|N{2,}))*$/,
];
/** How each of them begins: most text does not, and is looked at once only. */
const BEGINNINGS =
  '(?:[{[_☐❓….?]|e\\.g\\.|for example|z\\.|p\\.|tb[dc]|todo|xxx|fixme|yyyy|jjjj|aaaa|[a-z][a-z0-9]*-)';
const BEGINNING = new RegExp(`^${BEGINNINGS}`, 'i');
const ITEM_BEGINNING = new RegExp(`^- ${BEGINNINGS}`, 'im');
const EMBEDDED = /\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\[(?:TODO|INSERT)\b[^\]\n]*\]|_{4,}|\bTBD\b/g;
const EMPTY = /^(?:-+|[–—]+|n\/a|none|null|keine?|aucun)$/i;

/** True where a text begins as one that could be nothing but a placeholder. */
export function mayBePlaceholder(text: string): boolean {
  return BEGINNING.test(text);
}

/** The same for an item of a list whose items begin with `- `. */
export function anItemMayBePlaceholder(list: string): boolean {
  return ITEM_BEGINNING.test(list);
}

/** True where a whole value, cell or paragraph says only that something belongs here. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return text !== '' && text.length < 400 && BEGINNING.test(text) && WHOLE.some((pattern) => pattern.test(text));
}

/** True where a value says nothing: no text, a dash, `n/a` or `none`. */
export function isEmpty(value: string): boolean {
  const text = value.trim();
  return text === '' || EMPTY.test(text);
}

/** The placeholders inside a text, as offsets in it. */
export function embeddedPlaceholders(text: string): Span[] {
  if (!/[{[_]|TBD/.test(text)) return [];
  return [...text.matchAll(EMBEDDED)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
