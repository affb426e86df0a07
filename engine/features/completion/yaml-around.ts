import type { Span } from '../../text/span';
import { bare, KEY, leadOf, lineAt, withoutComment } from './yaml-line';
import type { Step } from './yaml-spot';

/** Other items that are looked at, so that they are not offered again. */
const MOST_TAKEN = 200;

/** What stands around a line. */
export interface Around {
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
export function climb(
  text: string,
  region: Span,
  lineStart: number,
  column: number,
  dashes: readonly number[],
): Around {
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
  collectBelow(text, region, lineStart, column, itemLevel ? dashes.at(-1) : undefined, siblings, taken);
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
