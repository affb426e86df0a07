import type { Paint } from './check-text';
import { harmlessLine } from './harmless-text';

/** A word with how it looks. */
interface Word {
  readonly text: string;
  readonly look: 'plain' | 'bold' | 'code';
  /** False where it follows the word before it without a blank. */
  readonly apart: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#58': ':',
  '#64': '@',
  '#46': '.',
};

/**
 * Markdown as our own pages use it, for a terminal: headings, lists and paragraphs wrapped at `width` characters, code as
 * it stands, nothing that a terminal would obey.
 */
export function terminalPage(markdown: string, width: number, paint: Paint): string {
  const out: string[] = [];
  const blank = () => {
    if (out.length > 0 && out.at(-1) !== '') out.push('');
  };
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) out.push(...wrapped(paragraph.join(' '), '', '', width, paint));
    paragraph = [];
  };
  let fence = '';
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const opening = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== '') {
      if (opening?.startsWith(fence)) fence = '';
      else out.push(`    ${harmlessLine(line, { keepTabs: true })}`.trimEnd());
      continue;
    }
    const heading = /^(#{1,6}) +(.+)$/.exec(line);
    const item = /^( *)(?:[-*+]|(\d+)[.)]) +(.*)$/.exec(line);
    if (opening !== undefined) {
      flush();
      blank();
      fence = opening;
    } else if (heading) {
      flush();
      blank();
      const lines = wrapped(heading[2] ?? '', '', '', width, (text) => text);
      out.push(...lines.map((each) => paint(each, 'bold')));
      if (heading[1] === '#') out.push('='.repeat(Math.max(...lines.map((each) => [...each].length))));
      blank();
    } else if (/^ *(?:-{3,}|\*{3,}|_{3,}) *$/.test(line)) {
      flush();
      blank();
    } else if (item) {
      flush();
      const mark = item[2] === undefined ? '-' : `${item[2]}.`;
      const indent = `  ${item[1] ?? ''}`;
      out.push(...wrapped(item[3] ?? '', `${indent}${mark} `, `${indent}${' '.repeat(mark.length + 1)}`, width, paint));
    } else if (line.trim() === '') {
      flush();
      blank();
    } else if (line.startsWith('|')) {
      flush();
      out.push(harmlessLine(line));
    } else {
      paragraph.push(line.trim());
    }
  }
  flush();
  while (out.at(-1) === '') out.pop();
  return `${out.join('\n')}\n`;
}

/** Inline Markdown as plain text. */
export function plainText(markdown: string): string {
  return wordsOf(markdown)
    .map(({ text, apart }, index) => (apart && index > 0 ? ` ${text}` : text))
    .join('');
}

function wrapped(markdown: string, first: string, next: string, width: number, paint: Paint): string[] {
  const lines: string[] = [];
  let line = first;
  let length = [...first].length;
  let empty = true;
  const words = wordsOf(markdown);
  words.forEach((word, index) => {
    // What clings to this word goes with it to the next line.
    let whole = [...word.text].length;
    for (let at = index + 1; words[at]?.apart === false; at++) whole += [...(words[at]?.text ?? '')].length;
    if (word.apart && !empty && length + 1 + whole > width) {
      lines.push(line);
      line = next;
      length = [...next].length;
      empty = true;
    }
    if (word.apart && !empty) {
      line += ' ';
      length++;
    }
    line += word.look === 'plain' ? word.text : paint(word.text, word.look === 'bold' ? 'bold' : 'blue');
    length += [...word.text].length;
    empty = false;
  });
  return [...lines, line].map((each) => each.trimEnd());
}

/** Reads `**bold**`, `*emphasis*`, code, links, escapes and entities; everything else is text. */
function wordsOf(markdown: string): Word[] {
  const words: Word[] = [];
  let apart = true;
  const add = (text: string, look: Word['look']): void => {
    for (const piece of harmlessLine(text).split(/( +)/)) {
      if (piece === '') continue;
      if (piece.startsWith(' ')) apart = true;
      else {
        words.push({ text: piece, look, apart });
        apart = false;
      }
    }
  };
  let bold = false;
  const text = () => (bold ? 'bold' : 'plain');
  let rest = markdown;
  while (rest !== '') {
    const match =
      /^(?:\\([!-/:-@[-`{-~])|&(#?\w{1,8});|(`+)(.+?)\3(?!`)|(\*\*)|\[((?:[^\]\\]|\\.)*)\]\(([^()\s]*)\)|([*_])|([^\\&`*[_]+|.))/su.exec(
        rest,
      );
    if (!match) break;
    const [whole, escaped, entity, , code, strong, label, address, emphasis, plain] = match;
    const before = markdown.slice(0, markdown.length - rest.length);
    rest = rest.slice(whole.length);
    if (escaped !== undefined) add(escaped, text());
    else if (entity !== undefined) add(ENTITIES[entity] ?? whole, text());
    else if (code !== undefined) add(code, 'code');
    else if (strong !== undefined) bold = !bold;
    else if (label !== undefined) {
      add(plainText(label), text());
      if (/^https?:/.test(address ?? '')) add(` (${address})`, text());
    } else if (emphasis !== undefined) {
      // In the middle of a word it is a sign of its own, such as in ai_act.
      if (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(rest)) add(emphasis, text());
      else if (emphasis === '*' && /\s$/.test(before) && /^\s/.test(rest)) add(emphasis, text());
    } else add(plain ?? '', text());
  }
  return words;
}
