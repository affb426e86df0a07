import type { Span } from '../../text/span';

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

/** Other items that are looked at, so that they are not offered again. */
const MOST_TAKEN = 200;

const KEY = /^(["']?)([^\s"':#[\]{},&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?)\1[ \t]*:(?=[ \t]|$)/;

/** Reads the spot of an offset in the YAML between two offsets; undefined in comments, block texts and where nothing can be said. */
export function yamlSpot(text: string, region: Span, offset: number): YamlSpot | undefined {
  const lineStart = Math.max(region.start, text.lastIndexOf('\n', offset - 1) + 1);
  const line = lineAt(text, lineStart, region.end);
  const cursor = offset - lineStart;
  if (/(?:^|\s)#/.test(withoutQuoted(line.slice(0, cursor)))) return undefined;
  const { dashes, content } = leadOf(line);
  const rest = line.slice(content);
  const blank = rest === '' && dashes.length === 0;
  if (!blank && cursor < content && (rest !== '' || cursor <= (dashes[dashes.length - 1] ?? -1))) return undefined;
  const key = KEY.exec(rest);
  const keyEnd = key ? content + key[0].length : -1;
  const isValue = key !== null && cursor >= keyEnd;
  const column = blank ? cursor : dashes.length > 0 && rest === '' ? (dashes[dashes.length - 1] ?? 0) + 2 : content;
  const around = climb(text, region, lineStart, column, dashes);
  if (around.inText && !around.openList) return undefined;
  const dash = dashes.length === 0 ? 'none' : cursor - 1 === dashes[dashes.length - 1] ? 'bare' : 'spaced';
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
    const top = frames[frames.length - 1];
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
  const top = frames[frames.length - 1];
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

interface Around {
  readonly path: Step[];
  readonly siblings: Map<string, string>;
  readonly above: string;
  readonly taken: string[];
  /** True inside a block text or the second line of a plain one. */
  readonly inText: boolean;
  /** True inside brackets that an earlier line opened. */
  readonly openList: boolean;
}

/** Walks up from a line by indentation: the keys and items around it, and what else stands in the innermost map or list. */
function climb(text: string, region: Span, lineStart: number, column: number, dashes: readonly number[]): Around {
  const reversed: Step[] = [];
  const siblings = new Map<string, string>();
  const taken: string[] = [];
  let limit = column;
  let inList = false;
  let inText = false;
  let openList = false;
  for (const dash of [...dashes].reverse()) {
    reversed.push(0);
    limit = dash;
    inList = true;
  }
  let innermost = dashes.length === 0;
  const itemLevel = dashes.length > 0;
  let firstParent = true;
  let start = lineStart;
  while (start > region.start && !(limit === 0 && !inList && !innermost)) {
    const end = start - 1;
    start = Math.max(region.start, text.lastIndexOf('\n', end - 1) + 1);
    let indent = start;
    while (text.charCodeAt(indent) === 32) indent++;
    const width = indent - start;
    // A line deeper than what is looked for cannot be around the cursor.
    if (width > limit || indent >= end) continue;
    // Items beside the one that is looked out of: thousands in a long register.
    if (inList && width === limit && text[indent] === '-') {
      if (itemLevel && reversed.length === dashes.length && taken.length < MOST_TAKEN)
        taken.push(bare(lineAt(text, indent + 1, region.end)));
      continue;
    }
    const line = lineAt(text, start, region.end);
    if (/^\s*(?:#|$)/.test(line) || /^---\s*$/.test(line)) continue;
    const { dashes: own, content } = leadOf(line);
    const key = KEY.exec(line.slice(content));
    const rest = key ? withoutComment(line.slice(content + key[0].length)).trim() : '';
    if (key && (inList ? content <= limit : content < limit)) {
      if (firstParent && reversed.every((step) => step === 0)) {
        inText =
          /^[|>][-+\d]*$/.test(rest) ||
          (rest !== '' && !/^[[{&!]/.test(rest)) ||
          (rest.startsWith('[') && rest.endsWith(']'));
        openList = rest.startsWith('[') && !rest.includes(']') && dashes.length === 0;
      }
      firstParent = false;
      reversed.push(key[2] ?? '');
      limit = content;
      inList = false;
      innermost = false;
    } else if (key && !inList && content === limit && innermost) siblings.set(key[2] ?? '', rest);
    for (const dash of [...own].reverse()) {
      if (dash < limit) {
        reversed.push(0);
        limit = dash;
        inList = true;
        innermost = false;
      }
    }
  }
  const above = [...siblings.keys()][0] ?? '';
  collectBelow(text, region, lineStart, column, itemLevel ? dashes[dashes.length - 1] : undefined, siblings, taken);
  return { path: reversed.reverse(), siblings, above, taken, inText, openList };
}

/** What follows in the same map, and the items that follow in the same list. */
function collectBelow(
  text: string,
  region: Span,
  lineStart: number,
  column: number,
  dash: number | undefined,
  siblings: Map<string, string>,
  taken: string[],
): void {
  let start = text.indexOf('\n', lineStart) + 1;
  let inMap = true;
  while (start > 0 && start < region.end) {
    if (!inMap && taken.length >= MOST_TAKEN) return;
    const line = lineAt(text, start, region.end);
    start = text.indexOf('\n', start) + 1;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const { dashes, content } = leadOf(line);
    const indent = dashes[0] ?? content;
    if (indent < column) inMap = false;
    if (!inMap && (dash === undefined || indent < dash || (indent === dash && dashes.length === 0))) return;
    const key = KEY.exec(line.slice(content));
    if (inMap && key && dashes.length === 0 && content === column)
      siblings.set(key[2] ?? '', withoutComment(line.slice(content + key[0].length)).trim());
    else if (dashes[0] === dash && dash !== undefined && taken.length < MOST_TAKEN)
      taken.push(bare(line.slice(content)));
  }
}

function leadOf(line: string): { dashes: number[]; content: number } {
  const dashes: number[] = [];
  let at = 0;
  while (line[at] === ' ') at++;
  while (line[at] === '-' && /^[ \t]?$/.test(line[at + 1] ?? '')) {
    dashes.push(at);
    at++;
    while (line[at] === ' ') at++;
  }
  return { dashes, content: at };
}

function lineAt(text: string, start: number, limit: number): string {
  const feed = text.indexOf('\n', start);
  const end = feed < 0 || feed > limit ? limit : feed;
  return text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
}

function withoutComment(text: string): string {
  const at = withoutQuoted(text).search(/(?:^|\s)#/);
  return (at < 0 ? text : text.slice(0, at)).trimEnd();
}

/** Quoted parts made harmless, at the same length. */
function withoutQuoted(text: string): string {
  return text.replace(/(?<=[\s:[{,-]|^)"(?:[^"\\]|\\.)*"?|(?<=[\s:[{,-]|^)'[^']*'?/g, (quoted) =>
    '_'.repeat(quoted.length),
  );
}

function indexOr(text: string, sign: string | RegExp): number {
  const at = typeof sign === 'string' ? text.indexOf(sign) : text.search(sign);
  return at < 0 ? text.length : at;
}

function bare(text: string): string {
  return withoutComment(text)
    .trim()
    .replace(/^["']|["']$/g, '');
}
