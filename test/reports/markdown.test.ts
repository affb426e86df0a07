// `aims check --format markdown`: read as GitHub reads a comment; words of documents stay words.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Html, Nodes, Root, Table, TableRow } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { checkMarkdown } from '../../engine/reports/check-markdown';
import { checkResult } from '../../engine/reports/check-result';
import { workspaceOf } from '../support/memory-workspace';
import { AIMS, STATEMENT } from '../support/small-texts';
import { keptFolders, TestFolder } from '../support/test-folder';
import { checkAs, GAPS, KnownRuns, TOO_LARGE } from './check-run';
import { nastyFolder } from './nasty-documents';

function treeOf(markdown: string): Root {
  const processor = unified().use(remarkParse);
  processor.data('micromarkExtensions', [gfmTable()]);
  processor.data('fromMarkdownExtensions', [gfmTableFromMarkdown()]);
  return processor.parse(markdown);
}

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesIn(child);
}

function textOf(node: Nodes): string {
  return [...nodesIn(node)].map((each) => ('value' in each && each.type !== 'html' ? each.value : '')).join('');
}

/** The rows of all tables but their heads, as texts of cells. */
function rowsIn(tree: Root): string[][] {
  return [...nodesIn(tree)]
    .filter((node): node is Table => node.type === 'table')
    .flatMap(({ children }) => children.slice(1).map((row: TableRow) => row.children.map(textOf)));
}

const NAMES = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' } as const;
const ORDER = ['error', 'warning', 'information', 'hint'] as const;

describe('check --format markdown', () => {
  const runs = new KnownRuns();
  const keep = keptFolders();
  const kept = (folder: TestFolder) => keep(folder).path;

  it('has all findings, the gravest first, and folds away what is no warning', () => {
    const rows = runs.rows(GAPS);
    const { stdout } = runs.checkAs('markdown', GAPS);
    const tree = treeOf(stdout);
    const heading = tree.children.find((node) => node.type === 'heading');
    match(heading ? textOf(heading) : '', /^AIMS check: \d+ errors, \d+ warnings, \d+ information, \d+ hint$/);
    const plain = (text: string) => text.replaceAll('\u2060', '');
    deepEqual(
      rowsIn(tree).map((cells) => cells.map(plain)),
      ORDER.flatMap((severity) => rows.filter((row) => row.severity === severity)).map((row) => [
        NAMES[row.severity],
        `${row.path}:${row.line}`,
        row.message,
        row.rule,
      ]),
    );
    const folded = stdout.indexOf('<details>');
    ok(stdout.lastIndexOf('| Warning |') < folded && folded < stdout.indexOf('| Information |'));
  });

  it('takes no word of a document for markup, a mention, a link or HTML', () => {
    const { stdout } = checkAs('markdown', kept(nastyFolder()));
    const tree = treeOf(stdout);
    ok(rowsIn(tree).length > 100);
    for (const cells of rowsIn(tree)) equal(cells.length, 4, cells.join(' | '));
    const nodes = [...nodesIn(tree)];
    const html = nodes.filter((node): node is Html => node.type === 'html').map(({ value }) => value);
    deepEqual(
      html.filter(
        (value) => !/^<!-- aims check -->$|^<\/?details>$|^<summary>[^<]*<\/summary>$|^<\/?span>$/.test(value),
      ),
      [],
    );
    deepEqual(
      nodes.filter(({ type }) => ['link', 'image', 'emphasis', 'linkReference', 'definition'].includes(type)),
      [],
    );
    // Strong are only our own names of the gravest.
    for (const node of nodes) if (node.type === 'strong') match(textOf(node), /^Error$/);
    // What GitHub and GitLab find in the text itself.
    const words = nodes.flatMap((node) => (node.type === 'text' ? [node.value] : [])).join('\n');
    ok(words.includes('octocat'));
    for (const found of [/@\w/, /#\d/, /!\d/, /\bGH-\d/, /:\/\//, /\bwww\./, /\p{Cc}(?<!\n)/u])
      equal(found.exec(words)?.[0], undefined);
  });

  it('has room in a comment, and says what it left out', () => {
    const { snapshot } = workspaceOf(
      new Map([
        ['aims.yaml', AIMS],
        ['soa.yaml', STATEMENT],
      ]),
    );
    const result = checkResult([{ snapshot, shown: (path) => path, prefix: '' }], '2026-11-20');
    const [first] = result.findings;
    ok(first);
    for (const [count, errors] of [
      [3_000, 300],
      [3_000, 3],
      [3_000, 0],
    ] as const) {
      const findings = Array.from({ length: count }, (_, index) => ({
        ...first,
        severity: index >= count - errors ? ('error' as const) : ('hint' as const),
        message: `${'😀'.repeat(index % 60)} ${index}`,
      }));
      const markdown = checkMarkdown({ ...result, findings });
      ok(markdown.length <= 65_536, `${markdown.length}`);
      ok(markdown.length > 60_000, `${markdown.length}`);
      const shown = rowsIn(treeOf(markdown));
      equal(shown.filter(([name]) => name === 'Error').length, errors, 'the gravest are shown');
      const left = /^(\d+) more left out.*: (\d+) hints\.$/m.exec(markdown);
      deepEqual([Number(left?.[1]), Number(left?.[2])], [count - shown.length, count - shown.length]);
    }
  });

  it('says that something could not be checked, and that nothing was found', () => {
    const folder = kept(new TestFolder([['aims.yaml', AIMS], TOO_LARGE]));
    match(checkAs('markdown', folder).stdout, /^\*\*Something could not be checked/m);
    match(checkAs('markdown', kept(new TestFolder())).stdout, /^## AIMS check: no findings$/m);
  });
});
