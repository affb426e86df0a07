// Simple prose says of itself what its facts say, which are made later.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { plainBlocks } from '../engine/facts/plain-markdown';
import { simpleBlocks } from '../engine/facts/simple-prose';
import type { Block, Outline, Piece } from '../engine/parse/block';
import { splitMarkdown } from '../engine/parse/markdown-split';
import { realTexts } from './support/folders';
import { Random } from './support/random';
import { randomMarkdown } from './support/random-markdown';
import { bodyOf, shown } from './support/shown-block';

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
