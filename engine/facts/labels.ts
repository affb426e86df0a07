import type { FactList } from './fact-list';

const BOLD = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)([^*_:\n]{1,60}?)(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)[ \t]*(.*)$/;
const PLAIN = /^[ \t]*(?:[-*+][ \t]+)?([\p{L}][\p{L}\p{N} /()&'’-]{0,40}?)[ \t]*:[ \t]+(\S.*)$/u;

/** Adds a fact for each `**Key:** value` line, and for `Key: value` lines where every line of the block is one. */
export function addLabels(list: FactList, text: string): void {
  if (!text.includes(':')) return;
  const lines = text.split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const plain = filled.length >= 2 && filled.every((line) => PLAIN.test(line) || BOLD.test(line));
  let offset = 0;
  for (const line of lines) {
    const match = BOLD.exec(line) ?? (plain ? PLAIN.exec(line) : null);
    if (match) {
      const [key, rest] = [match[1] ?? '', match[2] ?? ''];
      const value = rest.replace(/[ \t]*(?:\\|<br\s*\/?>)?[ \t\r]*$/i, '');
      const keyAt = offset + line.indexOf(key);
      const valueAt = offset + line.length - rest.length;
      list.add(-1, key.trim(), plainText(value), [keyAt, keyAt + key.length, valueAt, valueAt + value.length]);
    }
    offset += line.length + 1;
  }
}

/** A label's value without the markup around it: emphasis, code and link targets gone. */
function plainText(value: string): string {
  return value
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(.*?)\1/g, '$2')
    .replace(/(^|[\s(])[*_]([^*_]+)[*_](?=$|[\s).,;:])/g, '$1$2')
    .replace(/`([^`]*)`/g, '$1')
    .trim();
}
