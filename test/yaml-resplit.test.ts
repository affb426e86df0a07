// A YAML text that is cut anew only around a change is cut as it would be as a whole.
import { deepEqual, ok } from 'node:assert/strict';
import { readDocument } from '../engine/facts/read-document';
import { createMarkdownParser } from '../engine/parse/markdown';
import { resplitYaml } from '../engine/parse/yaml-split';
import { realTexts } from './support/folders';
import { Random } from './support/random';
import { randomRegister } from './support/random-register';

const parse = createMarkdownParser();

/** What people and tools put into a text, and what means something to YAML. */
const INSERTED = [
  'a',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '# a note\n',
  '      # deeper\n',
  '  # a note\n',
  '- ',
  '  - id: X-1\n    name: New\n',
  '- id: X-2\n',
  'more:\n',
  'more: text\n',
  'systems:\n',
  'key',
  ':',
  ': ',
  '"',
  "'",
  '|\n',
  '\t',
  '\r\n',
  '\r',
  '---\n',
  '...\n',
  '%TAG\n',
  '&a ',
  '*a',
  '!x ',
  '[',
  '}',
  '? ',
  '\u2028',
];

/** Replaces a stretch, often at the beginning of a line, where cuts are made. */
function changed(text: string, random: Random): string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1)];
  const at = random.chance(0.5) ? random.pick(starts) : random.number(0, text.length);
  const lineEnd = text.indexOf('\n', at) + 1;
  const end = random.chance(0.4)
    ? at
    : random.chance(0.4) && lineEnd > 0
      ? lineEnd
      : Math.min(text.length, at + random.number(1, 30));
  return text.slice(0, at) + (random.chance(0.75) ? random.pick(INSERTED) : '') + text.slice(end);
}

function compareChain(first: string, random: Random, steps: number, where: string): number {
  let reading = readDocument(first, 'yaml', parse);
  let around = 0;
  for (let step = 0; step < steps; step++) {
    const text = changed(reading.text, random);
    if (resplitYaml(reading, text)) around++;
    const next = readDocument(text, 'yaml', parse, reading);
    const fresh = readDocument(text, 'yaml', parse);
    deepEqual(next.parsed, fresh.parsed, `${where}, step ${step}: ${JSON.stringify(text)}`);
    // A text that only the library understands stays so for long: go on from one that was cut.
    if (fresh.parsed.blocks.length > 2) reading = next;
  }
  return around;
}

describe('YAML cut anew around a change', function () {
  this.timeout(120_000);

  it('equals the whole on random registers, change after change', () => {
    let around = 0;
    for (let seed = 1; seed <= 130; seed++) {
      const random = new Random(seed);
      const text = [...Array(random.number(1, 4))]
        .map((_, index) => randomRegister(random).replace(/^systems:/m, `systems${index}:`))
        .join('');
      around += compareChain(text, random, 12, `seed ${seed}`);
    }
    ok(around > 700, `only ${around} changes were read around`);
  });

  it('equals the whole on the documents there are', () => {
    let around = 0;
    for (const [index, { path, text }] of realTexts('.yaml', '.yml').entries())
      if (text.length < 60_000) around += compareChain(text, new Random(index + 1), 8, path);
    ok(around > 100, `only ${around} changes were read around`);
  });

  it('keeps every block away from the change', () => {
    const item = (index: number) => `  - id: AIS-${index}\n    name: System ${index}\n`;
    const text = `kind: ai-system-inventory\nsystems:\n${Array.from({ length: 500 }, (_, index) => item(index)).join('')}`;
    const before = readDocument(text, 'yaml', parse);
    const after = readDocument(text.replace('System 250', 'Another'), 'yaml', parse, before);
    const kept = after.parsed.blocks.filter((block, index) => block === before.parsed.blocks[index]).length;
    deepEqual([kept, after.parsed.blocks.length, after.counts], [501, 502, undefined]);
  });
});
