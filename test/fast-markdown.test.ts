// Markdown that is read piece by piece, or without the library, means what the library reads from the whole text.
import { deepEqual, ok } from 'node:assert/strict';
import { libraryBlocks } from '../engine/facts/markdown-facts';
import { COMMITMENTS, INVENTORY_AS_LIST } from '../engine/facts/phrases';
import { plainBlocks } from '../engine/facts/plain-markdown';
import type { Piece } from '../engine/parse/block';
import { createMarkdownParser } from '../engine/parse/markdown';
import { type LinkDefinitions, linkDefinitions, NO_DEFINITIONS, splitMarkdown } from '../engine/parse/markdown-split';
import { realTexts } from './support/folders';
import { Random } from './support/random';
import { randomMarkdown } from './support/random-markdown';
import { bodyOf, shown } from './support/shown-block';

const parse = createMarkdownParser();
const PHRASES = [...COMMITMENTS, ...INVENTORY_AS_LIST];

function comparePlain(pieces: readonly Piece[], definitions: LinkDefinitions, where: string): number {
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
  const whole = libraryBlocks(all, { parse, definitions: NO_DEFINITIONS, phrases: PHRASES }).map((placed) =>
    shown(placed, 0),
  );
  const first = whole.findIndex((block, index) => JSON.stringify(block) !== JSON.stringify(pieces[index]));
  const end = pieces.length === whole.length ? -1 : Math.min(pieces.length, whole.length);
  const at = first < 0 ? end : first;
  deepEqual(pieces[at], whole[at], `${where}, block ${at}`);
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

describe('Markdown read in pieces', function () {
  this.timeout(120_000);
  it('equals the whole on random text', () => {
    for (let seed = 1; seed <= 400; seed++) compareSplit(randomMarkdown(new Random(seed)), `seed ${seed}`);
  });

  for (const { path, text } of realTexts('.md', '.tmpl')) {
    it(`equals the whole in ${path}`, () => compareSplit(bodyOf(text), path));
  }
});
