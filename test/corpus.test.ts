// What is recognised and found in other people's repositories, as docs/other-repositories.md says. UPDATE_EXPECT=1 rewrites
// the page. The repositories lie beside the project; where they do not, there is nothing to compare, and a line says so.
import { deepEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiskFiles } from '../host/disk-files';
import { loadWorkspace } from '../host/load-workspace';

const CORPUS = '../shared/corpus';
const PAGE = 'docs/other-repositories.md';
const BEGIN = '<!-- begin: written by test/corpus.test.ts -->';
const END = '<!-- end -->';

/** One repository in words: what was recognised, and what was found how often. */
async function described(name: string): Promise<string> {
  const { snapshot } = await loadWorkspace(new DiskFiles(join(CORPUS, name)), '2026-11-20');
  const kinds = count(snapshot.view.documents.map((document) => document.kind.title));
  const rules = count(snapshot.findings.map((finding) => `${finding.rule} (${finding.severity})`));
  const files = [...snapshot.view.paths.all()].length;
  const lines = [
    `## ${name.replace('__', '/')}`,
    '',
    `${files} files, ${snapshot.view.documents.length} recognised.`,
    '',
  ];
  lines.push(`- Recognised: ${kinds === '' ? 'nothing' : kinds}.`, `- Found: ${rules === '' ? 'nothing' : rules}.`, '');
  return lines.join('\n');
}

function count(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => (times === 1 ? name : `${name} × ${times}`))
    .join(', ');
}

describe('other people’s repositories', () => {
  if (!existsSync(CORPUS)) {
    console.log(`    ${CORPUS} is not here: nothing to compare`);
    return;
  }
  const names = readdirSync(CORPUS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  it('are read as docs/other-repositories.md says', async () => {
    const sections: string[] = [];
    for (const name of names) sections.push(await described(name));
    const page = readFileSync(PAGE, 'utf8');
    const [head = '', rest = ''] = page.split(BEGIN);
    const [written = '', tail = ''] = rest.split(END);
    const now = `\n\n${sections.join('\n')}\n`;
    if (process.env.UPDATE_EXPECT === '1') writeFileSync(PAGE, `${head}${BEGIN}${now}${END}${tail}`);
    else deepEqual(written.trim().split('\n'), now.trim().split('\n'));
  }).timeout(60_000);

  it('have no error: nothing in them declares a kind of ours', async () => {
    for (const name of names) {
      const { snapshot } = await loadWorkspace(new DiskFiles(join(CORPUS, name)), '2026-11-20');
      deepEqual(
        snapshot.findings.filter((finding) => finding.severity === 'error'),
        [],
        name,
      );
    }
  }).timeout(60_000);
});
