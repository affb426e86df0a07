// `aims diff` in words: text for a terminal, and Markdown for a comment.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { compareStates } from '../engine/comparison/comparison';
import { diffMarkdown } from '../engine/reports/diff-markdown';
import { diffReport } from '../engine/reports/diff-report';
import { decision, runDiff, smallRepository } from './support/compared-revisions';
import { workspaceOf } from './support/memory-workspace';
import { inventory, procedure, statement, system } from './support/small-system';
import { keptFolders } from './support/test-folder';

describe('what changed between two revisions', () => {
  const kept = keptFolders();

  describe('in words', () => {
    it('is text for people, escaped for a terminal, and Markdown that stays one table a list whatever documents say', () => {
      const repository = kept(smallRepository());
      const nasty = '](x) | <script>alert(1)</script> @everyone `code` ![](http://e.org/x) \u001b[31m \u202e';
      repository.write('soa.yaml', statement([{ ...decision, status: 'implemented', evidence: [`${nasty}.md`] }]));
      repository.write('systems.yaml', inventory(system({ name: nasty })));
      repository.write('a|b `c`.md', procedure({ id: 'PRO-9', approved_on: undefined }));
      const text = runDiff(repository.path, 'v1.0').stdout;
      match(
        text,
        /^From v1\.0 \([0-9a-f]{10} of 2026-05-01\) to the working tree, both as of 2026-11-20\.\n\nCoverage\n/,
      );
      match(text, /\nThis report describes what the repository shows\. It is not a statement of conformity\.\n$/);
      ok(!text.includes('\u001b') && !text.includes('\u202e'));
      const markdown = runDiff(repository.path, 'v1.0', '--format', 'markdown').stdout;
      ok(markdown.indexOf('### Coverage') < markdown.indexOf('### New findings'));
      ok(!markdown.includes('\u001b') && !markdown.includes('\u202e'));
      const html = micromark(markdown, {
        allowDangerousHtml: true,
        extensions: [gfmTable()],
        htmlExtensions: [gfmTableHtml()],
      });
      deepEqual(html.match(/<(?:a|img|script)\b/g), null);
      const tables = html.match(/<table>[\s\S]*?<\/table>/g) ?? [];
      deepEqual(tables.length, markdown.match(/^\| ?(?:---|-+) ?\|/gm)?.length);
      ok(tables.length >= 3);
      for (const table of tables) {
        const rows = (table.match(/<tr>[\s\S]*?<\/tr>/g) ?? []).map((row) => row.match(/<t[dh]\b/g)?.length);
        equal(new Set(rows).size, 1, table);
      }
      ok(html.includes('<code>a|b `c`.md</code>'));
      ok(!/@(?=everyone)/.test(markdown));
    });

    it('has room in a comment, and says what was left out', async () => {
      const many = Array.from(
        { length: 900 },
        (_, at) => `---\nkind: procedure\nid: PRO-${at}\nstatus: approved\n---\n\n# Procedure ${at}\n`,
      );
      const later = workspaceOf(new Map(many.map((text, at) => [`${at}.md`, text]))).snapshot;
      const root = { prefix: '', within: '', snapshot: later };
      const name = { revision: undefined, commit: undefined, date: undefined };
      const empty = { ...root, snapshot: workspaceOf(new Map()).snapshot };
      const markdown = diffMarkdown(
        diffReport(compareStates([empty], [root]), { today: '2026-11-20', from: name, to: name }),
      );
      ok(markdown.length <= 65_536 && markdown.length > 50_000, String(markdown.length));
      match(markdown, /\n\d+ more rows left out, for a comment has no room for them\.\n/);
    });
  });
});
