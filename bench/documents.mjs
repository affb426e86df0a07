// Many documents checked once, cold: every rule of ours, the link check of vscode-markdown-languageservice.
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { ALIAS, generatedData } from '../build/bundle.mjs';
import { inRoot, ROOT } from '../build/files.mjs';
import { mixedDocuments, proseDocuments, tableShare, writeFiles } from './workspaces.mjs';

/** Makes the part of the engine that is measured in a process of its own. */
export async function buildEngine() {
  await build({
    entryPoints: ['bench/engine.ts'],
    outfile: '.build/bench/engine.cjs',
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: ALIAS,
    plugins: [generatedData],
    logLevel: 'error',
  });
}

const run = (whose, folder) =>
  JSON.parse(
    execFileSync(process.execPath, [resolve('bench/check-documents.mjs'), whose, folder], {
      cwd: inRoot('.'),
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  );

/** The run that took neither shortest nor longest. */
const medianOf = (runs) => runs.sort((a, b) => a.cold - b.cold)[runs.length >> 1];

/** Rows of the table for prose and for the mix. */
export function measureDocuments(folder, count, goal) {
  const rows = [];
  for (const [name, files] of [
    ['prose', proseDocuments(count)],
    ['mixed', mixedDocuments(count)],
  ]) {
    const root = join(folder, `${name}-${count}`);
    writeFiles(root, files);
    const kilobytes = [...files.values()].reduce((sum, text) => sum + text.length, 0) / 1_000;
    const share = tableShare(files);
    // In turns, so that what else the machine does meets both; the median of each is shown.
    const runs = Array.from({ length: 5 }, () => ({ mine: run('ours', root), other: run('theirs', root) }));
    const [mine, other] = ['mine', 'other'].map((whose) => medianOf(runs.map((each) => each[whose])));
    const edited = run('edits', root);
    const title = `${count.toLocaleString('en')} documents, ${name} (${(kilobytes / 1_000).toFixed(1)} MB${share > 0 ? `, ${Math.round(share * 100)} % in tables` : ''})`;
    const neighbour = 'vscode-markdown-languageservice, links only';
    rows.push(
      {
        work: `${title}: whole check, cold`,
        ours: mine.cold,
        theirs: other.cold,
        neighbour,
        goal: name === 'mixed' ? goal : undefined,
        least: name === 'prose' ? 2.5 : undefined,
      },
      { work: `${title}: memory`, unit: 'MB', ours: mine.memory, theirs: other.memory, neighbour },
      { work: `${title}: prose edited → all findings`, ours: edited.prose },
      { work: `${title}: title edited → all findings`, ours: edited.facts },
    );
  }
  return rows;
}
