// YAML that is read piece by piece, or without the library, means what the library reads from the whole text.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readDocument } from '../engine/facts/read-document';
import { libraryYamlBlock, yamlBlock } from '../engine/facts/yaml-facts';
import type { Block } from '../engine/parse/block';
import { findFrontMatter } from '../engine/parse/front-matter';
import { createMarkdownParser } from '../engine/parse/markdown';
import { readPlainYaml } from '../engine/parse/plain-yaml';
import { parseYaml } from '../engine/parse/yaml';
import { splitYaml } from '../engine/parse/yaml-split';
import { realTexts } from './support/folders';
import { Random } from './support/random';
import { randomRegister } from './support/random-register';
import { shown } from './support/shown-block';

const parse = createMarkdownParser();

/** Path of a value → its text and place in the file; `key` places for everything that has a key. */
type Values = Map<string, readonly (string | number)[]>;

function addValues(values: Values, block: Block, start: number, lead: (key: string | number) => string): void {
  const paths: string[] = [];
  for (const [index, { parent, key, value }] of block.facts.entries()) {
    const path = parent < 0 ? lead(key) : `${paths[parent]}/${key}`;
    paths.push(path);
    const [keyStart = 0, keyEnd = 0, valueStart = 0, valueEnd = 0] = block.spans.slice(4 * index, 4 * index + 4);
    // Where a map or list ends depends on the blank lines after it, which nothing uses.
    if (value === null) continue;
    const length = block.text.slice(valueStart, valueEnd).trimEnd().length;
    values.set(path, [value, start + keyStart, start + keyEnd, start + valueStart, start + valueStart + length]);
  }
}

function compareYaml(text: string, where: string): 'equal' | 'broken' {
  const whole = libraryYamlBlock({ kind: 'yaml', start: 0, text, context: '', frontMatter: false });
  const { parsed } = readDocument(text, 'yaml', parse);
  const broken = whole.problems.length > 0;
  equal(!parsed.complete, broken, `${where}: read as ${parsed.complete ? 'complete' : 'broken'}\n${text}`);
  if (broken) return 'broken';
  const expected: Values = new Map();
  addValues(expected, whole, 0, String);
  const got: Values = new Map();
  const counts = new Map<string, number>();
  const lists = new Set(parsed.blocks.filter((block) => block.kind === 'item').map((block) => block.context));
  for (const [index, block] of parsed.blocks.entries()) {
    const start = parsed.starts[index] ?? 0;
    if (block.kind !== 'item') {
      addValues(got, block, start, String);
      continue;
    }
    const number = counts.get(block.context) ?? 0;
    counts.set(block.context, number + 1);
    const item = block.context === '' ? `${number}` : `${block.context}/${number}`;
    // A comment that speaks to us is no part of the item.
    addValues(got, block, start, (key) => (String(key).startsWith('#') ? String(key) : item));
  }
  // A key whose list was cut off has no value of its own left.
  for (const list of lists) if (!expected.has(list)) got.delete(list);
  const paths = [...new Set([...expected.keys(), ...got.keys()])];
  const wrong = paths.find((path) => JSON.stringify(got.get(path)) !== JSON.stringify(expected.get(path)));
  if (wrong !== undefined) deepEqual(got.get(wrong), expected.get(wrong), `${where}, ${wrong}\n${text}`);
  return 'equal';
}

function comparePlainYaml(text: string, where: string): number {
  let plainly = 0;
  for (const piece of [
    ...splitYaml(text, 0, false),
    { kind: 'yaml', start: 0, text, context: '', frontMatter: false } as const,
  ]) {
    if (!readPlainYaml(piece.text)) continue;
    plainly++;
    const [plain, library] = [yamlBlock(piece), libraryYamlBlock(piece)].map((block) => shown({ block, offset: 0 }, 0));
    deepEqual(plain, library, `${where}: ${JSON.stringify(piece.text)}`);
  }
  return plainly;
}

describe('plain YAML read without the library', function () {
  this.timeout(120_000);
  it('equals the library on random registers', () => {
    let plainly = 0;
    for (let seed = 1; seed <= 800; seed++)
      plainly += comparePlainYaml(randomRegister(new Random(seed), true), `seed ${seed}`);
    ok(plainly > 800, `only ${plainly} pieces were plain`);
  });

  it('equals the library on registers with a random slip', () => {
    for (let seed = 1; seed <= 1_500; seed++) {
      const random = new Random(seed);
      const text = randomRegister(random, true);
      const at = random.number(0, text.length - 1);
      const slip = random.pick([
        '"',
        "'",
        ':',
        '- ',
        '  ',
        '{',
        '[',
        '#',
        ' #',
        '\n',
        '\t',
        ' ',
        ': ',
        '}',
        ']',
        ',',
        '|',
        '-',
        '&a ',
        '*a',
        '\n\n',
        '\\',
        '~',
        'null',
        '?',
        '? ',
        '!x ',
        '@',
        '%',
        '`',
        '\r',
        '\u00a0',
        '\u2028',
        '=',
        '<<: ',
        '---\n',
        '...\n',
        '.',
      ]);
      comparePlainYaml(
        text.slice(0, at) + slip + text.slice(random.chance(0.6) ? at : at + random.number(1, 6)),
        `seed ${seed}`,
      );
    }
  });

  it('equals the library on the documents there are', () => {
    let plainly = 0;
    for (const { path, text } of realTexts('.yaml', '.yml')) plainly += comparePlainYaml(text, path);
    for (const { path, text } of realTexts('.md', '.tmpl')) {
      const front = findFrontMatter(text);
      if (front) plainly += comparePlainYaml(text.slice(front.yamlStart, front.yamlEnd), path);
    }
    ok(plainly > 300, `only ${plainly} pieces were plain`);
  });
});

describe('YAML read in pieces', function () {
  this.timeout(120_000);
  it('equals the whole on random registers', () => {
    let same = 0;
    for (let seed = 1; seed <= 500; seed++) {
      if (compareYaml(randomRegister(new Random(seed)), `seed ${seed}`) === 'equal') same++;
    }
    ok(same > 460, `only ${same} could be read`);
  });

  it('finds broken what the library finds broken, on registers with a random slip', () => {
    let broken = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const random = new Random(seed);
      const text = randomRegister(random);
      const at = random.number(0, text.length - 1);
      const slip = random.pick([
        '"',
        "'",
        ':',
        '- ',
        '  ',
        '{',
        '[',
        '#',
        '\n',
        '\t',
        ' ',
        ': ',
        '}',
        '|',
        '&a ',
        '*a',
        '\n\n',
      ]);
      const end = random.chance(0.5) ? at : at + random.number(1, 6);
      if (compareYaml(text.slice(0, at) + slip + text.slice(end), `seed ${seed}`) === 'broken') broken++;
    }
    ok(broken > 30, `only ${broken} were broken`);
  });

  for (const { path, text } of realTexts('.yaml', '.yml')) {
    it(`equals the whole in ${path}`, () => void compareYaml(text, path));
  }

  it('equals the whole in every front matter there is', () => {
    let count = 0;
    for (const { path, text } of realTexts('.md', '.tmpl')) {
      const front = findFrontMatter(text);
      if (!front || front.problem) continue;
      const yaml = text.slice(front.yamlStart, front.yamlEnd);
      if (parseYaml(yaml).root === undefined) continue;
      compareYaml(yaml, path);
      count++;
    }
    ok(count > 20, `there were only ${count}`);
  });

  it('is cut at all: 500 entries are 500 pieces', () => {
    const text = `systems:\n${Array.from({ length: 500 }, (_, index) => `  - id: AIS-${index}\n    name: "A: b"\n`).join('')}`;
    equal(splitYaml(text, 0, false).length, 501);
  });
});
