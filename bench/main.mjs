// Measures us beside our neighbours, in one run on one machine, so that the ratios mean something.   npm run bench [-- --large]
// Figures, not tests: nothing fails by being slow.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildAll } from '../build/bundle.mjs';
import { buildEngine, measureDocuments } from './documents.mjs';
import { measureRegister } from './registers.mjs';
import { smallSystem, writeFiles } from './workspaces.mjs';

const large = process.argv.includes('--large');
const folder = mkdtempSync(join(tmpdir(), 'aims-bench-'));
const rows = [];

/** The best of some runs of a program on Node, in milliseconds. */
function program(args, runs) {
  const times = Array.from({ length: runs }, () => {
    const since = performance.now();
    spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
    return performance.now() - since;
  });
  return Math.min(...times);
}

/** The best of some runs of the command line, in milliseconds. */
const commandLine = (args, runs = 5) => program([resolve('dist/cli.js'), ...args], runs);

function print(row) {
  rows.push(row);
  const { work, ours, theirs, goal, least, neighbour = '', unit = 'ms' } = row;
  const number = (value) =>
    value === undefined || Number.isNaN(value)
      ? ''
      : `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`;
  const ratio = theirs === undefined || ours === undefined ? '' : `${(theirs / ours).toFixed(1)} ×`;
  const verdicts = [
    ...(goal === undefined ? [] : [`${ours <= goal ? 'met' : 'MISSED'}: ≤ ${goal.toLocaleString('en')} ${unit}`]),
    ...(least === undefined ? [] : [`${theirs / ours >= least ? 'met' : 'MISSED'}: ≥ ${least.toFixed(1)} ×`]),
  ];
  console.log(
    `${work.padEnd(78)}${number(ours).padStart(12)}${number(theirs).padStart(12)}${ratio.padStart(10)}  ${verdicts.join(', ').padEnd(34)}${neighbour}`.trimEnd(),
  );
}

try {
  console.log(`${cpus().length} processors, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
  await buildAll({ say: () => undefined });
  await buildEngine();
  console.log(
    `${'work'.padEnd(78)}${'ours'.padStart(12)}${'neighbour'.padStart(12)}${'ahead'.padStart(10)}  ${'goal'.padEnd(34)}neighbour`,
  );
  for (const count of [500, 5_000]) for (const row of await measureRegister(folder, count)) print(row);
  for (const row of measureDocuments(folder, 1_000, 12_000)) print(row);
  if (large) for (const row of measureDocuments(folder, 5_000, 60_000)) print(row);
  print({
    work: 'command line: --version',
    ours: commandLine(['--version']),
    theirs: program(['-e', '0'], 5),
    neighbour: 'Node alone',
    goal: 120,
    least: 1 / 3,
  });
  writeFiles(join(folder, 'small'), smallSystem());
  print({
    work: 'command line: check of 200 documents',
    ours: commandLine(['check', join(folder, 'small'), '--format', 'json', '--today', '2026-11-20'], 3),
    goal: 800,
  });
  print({
    work: 'command line: check of examples/meridian',
    ours: commandLine(['check', 'examples/meridian', '--today', '2026-11-20'], 3),
  });
  console.log('\nbundle                         size        ours   libraries        data');
  for (const [path, { bytes, ours, libraries, data }] of Object.entries(
    JSON.parse(readFileSync('.build/meta/sizes.json', 'utf8')),
  ))
    console.log(
      `${path.padEnd(24)}${[bytes, ours, libraries, data].map((value) => `${(value / 1_000).toFixed(0)} kB`.padStart(12)).join('')}`,
    );
  if (existsSync('dist/aims-vscode.vsix'))
    console.log(
      `dist/aims-vscode.vsix   ${`${(statSync('dist/aims-vscode.vsix').size / 1_000).toFixed(0)} kB`.padStart(12)}`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
