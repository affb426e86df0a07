// `test/features/completion*.md` are cases: files with `$0` at the cursor, then
//   ```completion [trigger]     the first entries; an empty block means that there are none
//   ```offers [trigger]         entries that have to be among them, in this order
//   ```lacks [trigger]          entries that must not be among them
//   ```accept <label>           the file after an entry is taken, tab stops as they are in the snippet
//   ```explain <label>          words that its documentation has to hold, one line each
// `UPDATE_EXPECT=1` rewrites the blocks `accept`.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completionDocumentation, type CompletionEntry, completions } from '../engine/features/completion';
import { applyEdits } from '../engine/text/edit';
import { type Case, type CaseFile, readCases } from './support/case-file';
import { caseWorkspace } from './support/case-workspace';

const FOLDER = 'test/features';

interface Asked {
  readonly entries: readonly CompletionEntry[];
  readonly file: CaseFile;
  readonly explain: (topic: string) => string;
}

function ask(given: Case, trigger: string): Asked {
  const { snapshot } = caseWorkspace(given, () => false);
  const file = given.files.find((each) => each.cursor >= 0);
  ok(file, 'no file has a cursor');
  const sign = trigger === 'space' ? ' ' : trigger;
  const entries = completions(snapshot, file.path, file.cursor, { trigger: sign, text: file.text });
  for (const entry of entries) check(entry, file);
  return { entries, file, explain: (topic) => completionDocumentation(snapshot, topic) };
}

/** What every editor asks of an entry: its range is on one line, holds the cursor, and its filter fits what stands there. */
function check(entry: CompletionEntry, { text, cursor }: CaseFile): void {
  const { span, label, filter } = entry;
  ok(span.start <= cursor && cursor <= span.end, `${label}: the cursor is outside ${span.start}–${span.end}`);
  ok(!text.slice(span.start, span.end).includes('\n'), `${label}: more than one line is replaced`);
  const typed = text.slice(span.start, cursor).trim().toLowerCase();
  let at = 0;
  for (const sign of typed) {
    at = filter.toLowerCase().indexOf(sign, at) + 1;
    ok(at > 0, `${label}: the filter "${filter}" does not fit "${typed}"`);
  }
}

const shown = (entries: readonly CompletionEntry[]) => entries.map((entry) => entry.label);

function rewrite(file: string, title: string, info: string, old: string, text: string): void {
  const page = readFileSync(file, 'utf8');
  const heading = page.indexOf(`\n## ${title}\n`);
  const block = `\`\`\`${info}\n${old === '' ? '' : `${old}\n`}\`\`\``;
  const place = page.indexOf(block, heading);
  ok(place >= 0, `the block "${info}" of "${title}" is not found again`);
  writeFileSync(file, `${page.slice(0, place)}\`\`\`${info}\n${text}\n\`\`\`${page.slice(place + block.length)}`);
}

describe('completion', () => {
  for (const name of readdirSync(FOLDER).filter((each) => /^completion.*\.md$/.test(each))) {
    const path = join(FOLDER, name);
    for (const given of readCases(readFileSync(path, 'utf8'))) {
      it(`${name}: ${given.title}`, () => {
        ok(given.blocks.length > 0, 'the case expects nothing');
        for (const { info, text } of given.blocks) {
          const [what = '', ...rest] = info.split(' ');
          const words = rest.join(' ');
          const lines = text.split('\n').filter((line) => line !== '');
          if (what === 'completion') {
            const found = shown(ask(given, words).entries);
            deepEqual(lines.length === 0 ? found : found.slice(0, lines.length), lines, `the list begins: ${found.slice(0, 12).join(' ⏎ ')}`);
          } else if (what === 'offers') {
            const found = shown(ask(given, words).entries);
            deepEqual(found.filter((label) => lines.includes(label)), lines, `in: ${found.slice(0, 40).join(' ⏎ ')}`);
          } else if (what === 'lacks') {
            deepEqual(shown(ask(given, words).entries).filter((label) => lines.includes(label)), []);
          } else if (what === 'accept' || what === 'explain') {
            const { entries, file, explain } = ask(given, '');
            const entry = entries.find((each) => each.label === words);
            ok(entry, `"${words}" is not in: ${shown(entries).slice(0, 40).join(' ⏎ ')}`);
            if (what === 'explain') {
              const told = explain(entry.topic ?? '');
              for (const line of lines) ok(told.includes(line), `"${line}" is not in:\n${told}`);
              continue;
            }
            const after = applyEdits(file.text, [{ span: entry.span, text: entry.text }, ...entry.additional]).trimEnd();
            if (process.env.UPDATE_EXPECT === '1') rewrite(path, given.title, info, text, after);
            else equal(after, text.trimEnd());
          }
        }
      });
    }
  }
});
