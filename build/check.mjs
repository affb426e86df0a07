// Lints, checks the format and the types, and that what is generated is up to date.   npm run check [-- --fix]
import { existsSync } from 'node:fs';
import { filesBelow, inRoot, ROOT } from './files.mjs';
import { Processes } from './processes.mjs';

const ROOMS = [
  'engine',
  'host',
  'server',
  'server/node',
  'server/worker',
  'client',
  'client/node',
  'client/web',
  'cli',
];
const PROJECTS = [...ROOMS, 'test/hosts', '.'];

const processes = new Processes();
processes.endWithUs();
const tool = (path) => inRoot('node_modules', path);
const hasCode = (room) => filesBelow(room, (path) => path.endsWith('.ts')).length > 0;

async function step(name, args) {
  const lines = [];
  const { code } = await processes.run(process.execPath, args, { cwd: ROOT, onLine: (line) => lines.push(line) });
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (code !== 0) console.log(lines.join('\n'));
  return code === 0;
}

const types = (project) => {
  const stamp = `.build/types/${project.replaceAll('/', '-')}.json`;
  const args = ['-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', stamp];
  return step(`types of ${project}`, [tool('typescript/bin/tsc'), ...args]);
};

if (!existsSync(tool('typescript'))) {
  console.error('Run `npm ci` first.');
  process.exit(1);
}
const fix = process.argv.includes('--fix');
const lint = [tool('@biomejs/biome/bin/biome'), 'check', ...(fix ? ['--write'] : []), '--max-diagnostics=100', '.'];
const results = [
  await step('generated files', [inRoot('build/generate.mjs'), '--check']),
  await step(fix ? 'lint and format (written)' : 'lint and format', lint),
];
// Generated modules are declared, not read, so the types need no build. Two at a time: most machines have two cores.
const waiting = PROJECTS.filter((project) => project === '.' || hasCode(project));
const worker = async () => {
  for (let project = waiting.shift(); project; project = waiting.shift()) results.push(await types(project));
};
await Promise.all([worker(), worker()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
