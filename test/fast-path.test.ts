// What is read piece by piece, or without the library, means what the library reads from the whole text.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { libraryBlocks, type PlacedBlock } from '../engine/facts/markdown-facts';
import { COMMITMENTS, INVENTORY_AS_LIST } from '../engine/facts/phrases';
import { plainBlocks } from '../engine/facts/plain-markdown';
import { readDocument } from '../engine/facts/read-document';
import { simpleBlocks } from '../engine/facts/simple-prose';
import { libraryYamlBlock, yamlBlock } from '../engine/facts/yaml-facts';
import type { Block, Outline, Piece } from '../engine/parse/block';
import { findFrontMatter } from '../engine/parse/front-matter';
import { createMarkdownParser } from '../engine/parse/markdown';
import { linkDefinitions, splitMarkdown } from '../engine/parse/markdown-split';
import { readPlainYaml } from '../engine/parse/plain-yaml';
import { parseYaml } from '../engine/parse/yaml';
import { splitYaml } from '../engine/parse/yaml-split';
import { realTexts } from './support/folders';
import { Random } from './support/random';
import { randomMarkdown } from './support/random-markdown';
import { randomRegister } from './support/random-register';

const parse = createMarkdownParser();
const PHRASES = [...COMMITMENTS, ...INVENTORY_AS_LIST];

/** A block so that it can be compared: facts with their places in the file, the text without what ends its last line. */
function shown({ block, offset }: PlacedBlock, start: number): object {
  const { kind, text, facts, spans, problems } = block;
  return {
    kind,
    start: start + offset,
    text: text.trimEnd(),
    facts: facts.map((fact, index) => [
      fact.parent,
      fact.key,
      fact.value,
      ...[...spans.slice(4 * index, 4 * index + 4)].map((at) => at + start + offset),
    ]),
    problems,
  };
}

function comparePlain(pieces: readonly Piece[], definitions: string, where: string): number {
  let plainly = 0;
  for (const piece of pieces) {
    const plain = plainBlocks(piece, PHRASES)?.map((placed) => shown(placed, 0));
    if (!plain) continue;
    plainly++;
    const library = libraryBlocks(piece, { parse, definitions, phrases: PHRASES }).map((placed) => shown(placed, 0));
    if (JSON.stringify(plain) !== JSON.stringify(library))
      deepEqual(plain, library, `${where}: ${JSON.stringify(piece.text)}`);
  }
  return plainly;
}

function compareSplit(body: string, where: string): void {
  const definitions = linkDefinitions(body, 0);
  const pieces = splitMarkdown(body, 0).flatMap((piece) =>
    libraryBlocks(piece, { parse, definitions, phrases: PHRASES }).map((placed) => shown(placed, piece.start)),
  );
  const all: Piece = { kind: 'paragraph', start: 0, text: body, context: '', frontMatter: false };
  const whole = libraryBlocks(all, { parse, definitions: '', phrases: PHRASES }).map((placed) => shown(placed, 0));
  const first = whole.findIndex((block, index) => JSON.stringify(block) !== JSON.stringify(pieces[index]));
  const end = pieces.length === whole.length ? -1 : Math.min(pieces.length, whole.length);
  const at = first < 0 ? end : first;
  deepEqual(pieces[at], whole[at], `${where}, block ${at}`);
}

function bodyOf(text: string): string {
  return text.slice(findFrontMatter(text)?.bodyStart ?? 0);
}

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

describe('plain Markdown read without the library', function () {
  this.timeout(120_000);
  it('equals the library on random text', () => {
    let plainly = 0;
    for (let seed = 1; seed <= 800; seed++) {
      const text = randomMarkdown(new Random(seed));
      plainly += comparePlain(splitMarkdown(text, 0), linkDefinitions(text, 0), `seed ${seed}`);
    }
    ok(plainly > 1_000, `only ${plainly} pieces were plain`);
  });

  it('equals the library on the documents there are', () => {
    let plainly = 0;
    for (const { path, text } of realTexts('.md', '.tmpl')) {
      const body = bodyOf(text);
      plainly += comparePlain(splitMarkdown(body, 0), linkDefinitions(body, 0), path);
    }
    ok(plainly > 1_000, `only ${plainly} pieces were plain`);
  });
});

/** What a block says of itself, made of its facts alone. */
function outlineOf({ kind, facts }: Block): Outline {
  const heading = facts.find((fact) => fact.key === '#heading');
  const level = facts.find((fact) => fact.key === '#level');
  return {
    heading: heading && { title: heading.value ?? '', level: Number(level?.value) },
    isList: kind === 'list',
    found: facts.flatMap(({ key, value }, fact) =>
      key === '#link' || key === '#mention' ? [{ key, value: value ?? '', fact }] : [],
    ),
  } as Outline;
}

/** Keys of facts that simple prose may have. */
const SIMPLE = new Set(['#heading', '#level', '#content', '#items', '#link', '#mention']);

function compareSimple(pieces: readonly Piece[], where: string): number {
  let simply = 0;
  for (const piece of pieces) {
    const simple = simpleBlocks(piece);
    if (!simple) continue;
    simply++;
    const plain = plainBlocks(piece, []) ?? [];
    deepEqual(
      simple.map((placed) => shown(placed, 0)),
      plain.map((placed) => shown(placed, 0)),
      `${where}: ${JSON.stringify(piece.text)}`,
    );
    for (const [index, { block }] of plain.entries()) {
      deepEqual(simple[index]?.block.outline, outlineOf(block), `${where}: ${JSON.stringify(piece.text)}`);
      const other = block.facts.find(
        ({ key, value }) => !SIMPLE.has(String(key)) || (key === '#content' && value !== 'filled'),
      );
      equal(other, undefined, `${where}: ${JSON.stringify(piece.text)}`);
    }
  }
  return simply;
}

describe('simple prose whose facts are made later', function () {
  this.timeout(120_000);
  it('says the same of itself as its facts, on random text', () => {
    let simply = 0;
    for (let seed = 1; seed <= 1_500; seed++)
      simply += compareSimple(splitMarkdown(randomMarkdown(new Random(seed)), 0), `seed ${seed}`);
    ok(simply > 500, `only ${simply} pieces were simple`);
  });

  it('says the same of itself as its facts, on sentences with a random slip', () => {
    const words = [
      'The model',
      'owner',
      '(see',
      'A.5.2',
      'R-4)',
      '[this](a.md#b)',
      'e.g. a',
      'x-1',
      'Clause 6.1',
      '42001',
      'TBD',
      'for example',
      '“so”',
    ];
    const joints = [
      ' ',
      ' ',
      ' ',
      ', ',
      '. ',
      '\n',
      '\n\n- ',
      '\n- ',
      '\n\n',
      '  \n',
      '\n1. ',
      ':',
      ': ',
      '!',
      '[',
      ']',
      '-',
      '#',
      '\t',
      ' \n',
      '\u00a0',
      '\r\n',
    ];
    let simply = 0;
    for (let seed = 1; seed <= 20_000; seed++) {
      const random = new Random(seed);
      let text = random.pick(['', '', '- ', '## ', '# ', '\n', '"']);
      for (let count = random.number(1, 9); count > 0; count--) text += random.pick(words) + random.pick(joints);
      simply += compareSimple(splitMarkdown(text, 0), `seed ${seed}`);
    }
    ok(simply > 3_000, `only ${simply} pieces were simple`);
  });

  it('says the same of itself as its facts, on the documents there are', () => {
    let simply = 0;
    for (const { path, text } of realTexts('.md', '.tmpl'))
      simply += compareSimple(splitMarkdown(bodyOf(text), 0), path);
    ok(simply > 1_000, `only ${simply} pieces were simple`);
  });
});

describe('Markdown read in pieces', function () {
  this.timeout(120_000);
  it('equals the whole on random text', () => {
    for (let seed = 1; seed <= 400; seed++) compareSplit(randomMarkdown(new Random(seed)), `seed ${seed}`);
  });

  for (const { path, text } of realTexts('.md', '.tmpl')) {
    it(`equals the whole in ${path}`, () => compareSplit(bodyOf(text), path));
  }
});

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
