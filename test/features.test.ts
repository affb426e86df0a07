// Every `test/features/*.md` is a set of cases (completion has a suite of its own): files with `$0` at the cursor, then a
// fenced block for each feature with what it answers. An empty block means that it says nothing. `UPDATE_EXPECT=1` rewrites
// the blocks, but not those marked `part`, whose lines only have to be found in this order.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../engine/features/change';
import { actionsFor } from '../engine/features/code-actions';
import { coverageNodeAt } from '../engine/features/coverage-node';
import { definition } from '../engine/features/definition';
import { documentLinks } from '../engine/features/document-links';
import { documentSymbols, type OutlineEntry } from '../engine/features/document-symbols';
import { explain } from '../engine/features/explain';
import { hover } from '../engine/features/hover';
import { references } from '../engine/features/references';
import { semanticTokens } from '../engine/features/semantic-tokens';
import { workspaceSymbols } from '../engine/features/workspace-symbols';
import { applyEdits } from '../engine/text/edit';
import type { Span } from '../engine/text/span';
import type { Snapshot } from '../engine/workspace/snapshot';
import { type Case, readCases } from './support/case-file';
import { caseWorkspace } from './support/case-workspace';

const FOLDER = 'test/features';

interface Cursor {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly offset: number;
}

/** What each feature answers, as lines of text; `rest` is what stands behind its name in the fence. */
const FEATURES: Readonly<Record<string, (cursor: Cursor, rest: string) => readonly string[]>> = {
  hover: ({ snapshot, path, offset }) => {
    const found = hover(snapshot, path, offset);
    return found ? [`over ${quoted(snapshot, path, found.span)}`, '', ...found.markdown.split('\n')] : [];
  },
  definition: ({ snapshot, path, offset }) =>
    definition(snapshot, path, offset).map((place) => {
      const { path: to, span } = snapshot.locate(place);
      return at(snapshot, to, span);
    }),
  references: ({ snapshot, path, offset }) =>
    references(snapshot, path, offset).map(
      (found) => at(snapshot, found.path, found.span) + (found.defines ? ' *' : ''),
    ),
  outline: ({ snapshot, path }) =>
    documentSymbols(snapshot, path).flatMap((entry) => outlineLines(snapshot, path, entry)),
  symbols: ({ snapshot }, query) =>
    workspaceSymbols(snapshot, query).map(({ name, sort, at: place }) => {
      const { path, span } = snapshot.locate(place);
      return `${sort} ${name}, ${at(snapshot, path, span)}`;
    }),
  links: ({ snapshot, path }) =>
    documentLinks(snapshot, path).map(({ span, to }) => {
      const from = at(snapshot, path, span);
      if ('url' in to) return `${from} → ${to.url}`;
      const target = snapshot.locate(to);
      return `${from} → ${at(snapshot, target.path, target.span)}`;
    }),
  tokens: ({ snapshot, path }) =>
    semanticTokens(snapshot, path).map(
      ({ span, type, declaration }) => `${at(snapshot, path, span)} ${type}${declaration ? ' declaration' : ''}`,
    ),
  node: ({ snapshot, path, offset }) => [coverageNodeAt(snapshot, path, offset) ?? ''].filter((id) => id !== ''),
  // What is offered for the findings of a rule, each with the lines that it changes; exceptions are offered everywhere.
  actions: ({ snapshot }, rule) =>
    snapshot.findings
      .filter((finding) => finding.rule === rule)
      .flatMap((finding) => actionsFor(snapshot, finding))
      .filter(({ title }) => !title.startsWith('Add an exception'))
      .flatMap((action) => [action.title, ...changedLines(snapshot, action.change())]),
  explain: ({ snapshot }, topic) => explain(topic, snapshot)?.markdown.split('\n') ?? [],
};

/** The lines that a change takes out and puts in, by file, and the files it makes. */
function changedLines(snapshot: Snapshot, change: Change | undefined): string[] {
  const paths = new Set(change?.edits.map(({ path }) => path));
  const edited = [...paths].flatMap((path) => {
    const text = snapshot.texts.get(path)?.text ?? '';
    const edits = change?.edits.filter((edit) => edit.path === path) ?? [];
    const [old, now] = [text.split('\n'), applyEdits(text, edits).split('\n')];
    let from = 0;
    while (from < old.length && old[from] === now[from]) from++;
    let tail = 0;
    while (tail < Math.min(old.length, now.length) - from && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
    const shown = (sign: string, all: readonly string[]) =>
      all.slice(from, all.length - tail).map((line) => `  ${sign} ${line}`.trimEnd());
    return [`  ${path}:${from + 1}`, ...shown('-', old), ...shown('+', now)];
  });
  return [...edited, ...(change?.create ?? []).map(({ path }) => `  ${path} is made`)];
}

function outlineLines(snapshot: Snapshot, path: string, entry: OutlineEntry, depth = 0): string[] {
  const detail = entry.detail === '' ? '' : ` (${entry.detail})`;
  const line = `${'  '.repeat(depth)}${entry.sort} ${entry.name}${detail}, ${lines(snapshot, path, entry.span)}`;
  ok(entry.span.start <= entry.selection.start && entry.selection.end <= entry.span.end, `${entry.name}: name outside`);
  return [line, ...entry.children.flatMap((child) => outlineLines(snapshot, path, child, depth + 1))];
}

function at(snapshot: Snapshot, path: string, span: Span): string {
  const position = snapshot.texts.get(path)?.lines.positionAt(span.start);
  const place = position ? `${path}:${position.line + 1}:${position.character + 1}` : path;
  const words = quoted(snapshot, path, span);
  return words === '' ? place : `${place} ${words}`;
}

function quoted(snapshot: Snapshot, path: string, { start, end }: Span): string {
  return (snapshot.texts.get(path)?.text ?? '').slice(start, end).replace(/\s+/g, ' ');
}

function lines(snapshot: Snapshot, path: string, { start, end }: Span): string {
  const index = snapshot.texts.get(path)?.lines;
  return `${(index?.positionAt(start).line ?? 0) + 1}–${(index?.positionAt(end).line ?? 0) + 1}`;
}

function answer(given: Case, info: string): string | undefined {
  const [name = '', ...rest] = info.split(' ');
  const feature = FEATURES[name];
  if (!feature) return undefined;
  const { snapshot } = caseWorkspace(given);
  const file = given.files.find((other) => other.cursor >= 0) ?? given.files[0];
  const cursor = { snapshot, path: file?.path ?? '', offset: Math.max(file?.cursor ?? 0, 0) };
  return feature(cursor, rest.filter((word) => word !== 'part').join(' '))
    .join('\n')
    .trimEnd();
}

/** Writes an answer into the block of a case: the first block with this info and text behind the case's heading. */
function rewritten(page: string, title: string, info: string, old: string, text: string): string {
  const heading = page.indexOf(`\n## ${title}\n`);
  const before = `\`\`\`${info}\n${old === '' ? '' : `${old}\n`}\`\`\``;
  const place = page.indexOf(before, heading);
  ok(heading >= 0 && place >= 0, `the block "${info}" of "${title}" cannot be found again`);
  return `${page.slice(0, place)}\`\`\`${info}\n${text === '' ? '' : `${text}\n`}\`\`\`${page.slice(place + before.length)}`;
}

describe('features', () => {
  for (const name of readdirSync(FOLDER).filter((file) => /^(?!completion).*\.md$/.test(file))) {
    const file = join(FOLDER, name);
    const page = readFileSync(file, 'utf8');
    if (!page.includes('\n## ')) continue;
    describe(name, () => {
      for (const given of readCases(page)) {
        for (const { info, text } of given.blocks) {
          if (!FEATURES[info.split(' ')[0] ?? '']) continue;
          it(`${given.title}: ${info}`, () => {
            const found = answer(given, info) ?? '';
            if (info.endsWith(' part')) return hasLines(found, text);
            if (process.env.UPDATE_EXPECT === '1' && found !== text.trimEnd()) {
              writeFileSync(file, rewritten(readFileSync(file, 'utf8'), given.title, info, text, found));
              return;
            }
            equal(found, text.trimEnd());
          });
        }
      }
    });
  }
});

/** Every line that is expected has to be found, in this order. */
function hasLines(found: string, expected: string): void {
  let from = 0;
  const all = found.split('\n');
  const missing: string[] = [];
  for (const line of expected.split('\n').filter((each) => each.trim() !== '')) {
    const place = all.indexOf(line, from);
    if (place < 0) missing.push(line);
    else from = place + 1;
  }
  deepEqual(missing, [], `not found, or not in this order, in:\n${found}`);
}
