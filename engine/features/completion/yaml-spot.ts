import type { Span } from '../../text/span';
import { climb } from './yaml-around';
import { bare, KEY, leadOf, lineAt, withoutComment, withoutQuoted } from './yaml-line';

/** A step from the top of a YAML text to the cursor: a key, or 0 for an item of a list. */
export type Step = string | 0;

/** Where the cursor is in a YAML text that may not parse at this moment. Read from lines and their indentation only. */
export interface YamlSpot {
  /** `word`: no colon before the cursor, so a key or an item is begun. `value`: behind a key. */
  readonly where: 'word' | 'value';
  /** Of a word the map or list it stands in, of a value its key as well. */
  readonly path: readonly Step[];
  /** The other keys of the innermost map, with what stands behind them. */
  readonly siblings: ReadonlyMap<string, string>;
  /** The nearest key above in the innermost map. */
  readonly above: string;
  /** The other items of the innermost list. */
  readonly taken: readonly string[];
  /** The column of the key, or of the dash of an item. */
  readonly column: number;
  /** What is replaced. */
  readonly span: Span;
  /** The part of it before the cursor. */
  readonly typed: string;
  readonly quote: '' | '"' | "'";
  readonly flow: 'none' | 'list' | 'map';
  /** The dash of an item before the cursor: none, `-` or `- `. */
  readonly dash: 'none' | 'bare' | 'spaced';
  /** What has to come before the inserted text, such as the space after a colon. */
  readonly lead: string;
  /** True where a colon follows already. */
  readonly hasColon: boolean;
  /** True where nothing but the cursor stands on the line. */
  readonly blank: boolean;
  readonly lineStart: number;
}

/** Reads the spot of an offset in the YAML between two offsets; undefined in comments, block texts and where nothing can be said. */
export function yamlSpot(text: string, region: Span, offset: number): YamlSpot | undefined {
  const lineStart = Math.max(region.start, text.lastIndexOf('\n', offset - 1) + 1);
  const line = lineAt(text, lineStart, region.end);
  const cursor = offset - lineStart;
  if (/(?:^|\s)#/.test(withoutQuoted(line.slice(0, cursor)))) return undefined;
  const { dashes, content } = leadOf(line);
  const rest = line.slice(content);
  const blank = rest === '' && dashes.length === 0;
  if (!blank && cursor < content && (rest !== '' || cursor <= (dashes.at(-1) ?? -1))) return undefined;
  const key = KEY.exec(rest);
  const keyEnd = key ? content + key[0].length : -1;
  const isValue = key !== null && cursor >= keyEnd;
  const column = blank ? cursor : dashes.length > 0 && rest === '' ? (dashes.at(-1) ?? 0) + 2 : content;
  const around = climb(text, region, lineStart, column, dashes);
  if (around.inText && !around.openList) return undefined;
  const dash = dashes.length === 0 ? 'none' : cursor - 1 === dashes.at(-1) ? 'bare' : 'spaced';
  const base = {
    column,
    lineStart,
    blank,
    siblings: around.siblings,
    above: around.above,
    taken: around.taken,
    hasColon: false,
  };
  if (isValue || (!key && /^[[{]/.test(rest)) || around.openList) {
    const start = isValue ? keyEnd + (/^[ \t]*/.exec(line.slice(keyEnd))?.[0].length ?? 0) : content;
    const path: Step[] = isValue ? [...around.path, key[2] ?? ''] : around.path;
    const lead = isValue && cursor === keyEnd ? ' ' : '';
    return inValue(
      lineStart,
      line,
      Math.min(start, cursor),
      cursor,
      { ...base, path, lead, dash: 'none' },
      isValue,
      around.openList,
    );
  }
  const end = key ? keyEnd - 1 : content + withoutComment(rest).length;
  const start = blank ? cursor : Math.min(content, cursor);
  const span = { start: lineStart + start, end: lineStart + Math.max(end, cursor) };
  return {
    ...base,
    where: 'word',
    path: around.path,
    span,
    typed: line.slice(start, cursor),
    quote: '',
    flow: 'none',
    dash,
    lead: dash === 'bare' ? ' ' : '',
    hasColon: key !== null,
  };
}

type Base = Pick<
  YamlSpot,
  'path' | 'siblings' | 'above' | 'taken' | 'column' | 'lineStart' | 'blank' | 'lead' | 'dash' | 'hasColon'
>;

/** A scalar, or the place in brackets and braces, from `start` up to the cursor. */
function inValue(
  lineStart: number,
  line: string,
  start: number,
  cursor: number,
  base: Base,
  isValue: boolean,
  openList: boolean,
): YamlSpot {
  const frames: { open: string; key: string; from: number; begin: number }[] = openList
    ? [{ open: '[', key: '', from: start, begin: start }]
    : [];
  let quote = '';
  for (let at = start; at < cursor; at++) {
    const sign = line[at] ?? '';
    const top = frames.at(-1);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && /^[\s[{,:]?$/.test(line[at - 1] ?? '')) quote = sign;
    else if (sign === '[' || sign === '{') frames.push({ open: sign, key: '', from: at + 1, begin: at + 1 });
    else if (sign === ']' || sign === '}') frames.pop();
    else if (top && sign === ',') Object.assign(top, { key: '', from: at + 1 });
    else if (top?.open === '{' && sign === ':' && /[\s]/.test(line[at + 1] ?? ' '))
      Object.assign(top, {
        key: line
          .slice(top.from, at)
          .trim()
          .replace(/^["']|["']$/g, ''),
        from: at + 1,
      });
  }
  const path = [...base.path];
  for (const [depth, frame] of frames.entries()) {
    if (frame.open === '[') path.push(0);
    else if (frame.key !== '') path.push(frame.key);
    if (frame.open === '[' && frames[depth + 1] === undefined) break;
  }
  const top = frames.at(-1);
  let from = top ? top.from : start;
  while (from < cursor && /\s/.test(line[from] ?? '')) from++;
  const opened = line[from] === '"' || line[from] === "'" ? (line[from] as '"' | "'") : '';
  if (opened !== '' && from < cursor) from++;
  const isOpen = opened !== '' && from <= cursor && line[from - 1] === opened;
  const after = line.slice(cursor);
  const length = isOpen
    ? indexOr(after, opened)
    : top
      ? indexOr(after, top.open === '[' ? /[,\]]/ : /[,}]/)
      : withoutComment(after).length;
  const end = cursor + (isOpen ? length : after.slice(0, length).trimEnd().length);
  const siblings = top?.open === '{' ? flowKeys(line, top.begin, from) : base.siblings;
  const taken = top?.open === '[' ? flowItems(line, top.begin, from) : base.taken;
  const inMap = top?.open === '{';
  const where = (inMap && top.key === '') || (!isValue && frames.length === 0) ? 'word' : 'value';
  const lead =
    base.lead !== ''
      ? base.lead
      : inMap && top.key !== '' && line[cursor - 1] === ':'
        ? ' '
        : inMap && line[cursor - 1] === '{'
          ? ' '
          : top && line[cursor - 1] === ','
            ? ' '
            : '';
  return {
    ...base,
    where,
    path,
    siblings,
    taken,
    lead,
    typed: line.slice(from, cursor),
    quote: isOpen ? opened : '',
    span: { start: lineStart + from, end: lineStart + end },
    flow: !top ? 'none' : inMap ? 'map' : 'list',
    hasColon: /^\s*:/.test(line.slice(end)),
  };
}

function flowKeys(line: string, begin: number, current: number): Map<string, string> {
  const keys = new Map<string, string>();
  const end = indexOr(line.slice(begin), '}');
  for (const match of line.slice(begin, begin + end).matchAll(/(?:^|,)\s*["']?([\w.-]+)["']?\s*:\s*([^,]*)/g)) {
    if (begin + match.index + match[0].length < current || begin + match.index > current)
      keys.set(match[1] ?? '', (match[2] ?? '').trim());
  }
  return keys;
}

function flowItems(line: string, begin: number, current: number): string[] {
  const end = begin + indexOr(line.slice(begin), ']');
  const items: string[] = [];
  let at = begin;
  for (const part of line.slice(begin, end).split(',')) {
    const holds = at <= current && current <= at + part.length;
    if (!holds && part.trim() !== '') items.push(bare(part));
    at += part.length + 1;
  }
  return items;
}

function indexOr(text: string, sign: string | RegExp): number {
  const at = typeof sign === 'string' ? text.indexOf(sign) : text.search(sign);
  return at < 0 ? text.length : at;
}
