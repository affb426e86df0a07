// Runs the suites that need a real editor, each in a process of its own with a time limit, and counts their outcomes.
// Such a process prints lines `AIMS-TEST {"kind": "pass" | "fail" | "end", …}`; everything else it prints is shown.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { desktopEditor } from './desktop-vscode.mjs';
import { ensureEmbeddedEditor } from './embedded-vscode.mjs';
import { inRoot, ROOT, removeFolder } from './files.mjs';
import { ensurePackage } from './package.mjs';

const MARK = 'AIMS-TEST ';
// What the web server of the web host says about every start, and about pages that close while they load.
const NOISE = /GET \/static\/|^(Serving|Listening on|Using ESM)|Service Worker|Premature close|^\s+at .*\(?node:/;

/** Runs one suite's program to its end, or to its limit. */
async function runProgram({ processes }, title, program, { args = [], limitSeconds }) {
  const result = { passed: 0, failures: [], ended: false };
  const said = [];
  const onLine = (line) => {
    if (!line.startsWith(MARK)) {
      if (!line.trim() || NOISE.test(line)) return;
      console.log(`  ${line}`);
      said.push(line);
      return;
    }
    const event = JSON.parse(line.slice(MARK.length));
    if (event.kind === 'end') result.ended = true;
    if (event.kind === 'pass') {
      result.passed += 1;
      console.log(`  ✔ ${event.title}`);
    }
    if (event.kind === 'fail') {
      result.failures.push({ title: event.title, message: event.message });
      console.log(`  ✘ ${event.title}\n      ${event.message}`);
    }
  };
  // Its scratch folders lie in one of ours, so that they go also when it had to be killed.
  const scratch = mkdtempSync(join(tmpdir(), 'aims-suite-'));
  const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch };
  const options = { cwd: ROOT, env, limitSeconds, onLine };
  const { code, reason } = await processes.run(process.execPath, [inRoot(program), ...args], options);
  removeFolder(scratch);
  if (!result.ended || (code !== 0 && !result.failures.length)) {
    const how = `${reason ?? `exit ${code}`}${result.ended ? ' although every test passed' : ''}`;
    result.failures.push({ title: `${title} runs to its end`, message: [how, ...said.slice(-8)].join('\n') });
  }
  return result;
}

const sum = (results) => ({
  passed: results.reduce((total, { passed }) => total + passed, 0),
  failures: results.flatMap(({ failures }) => failures),
});

/** The suite in a Node extension host: the embedded VS Code's always, a desktop VS Code's where there is one. */
export async function runNodeHost(context) {
  await ensurePackage();
  ensureChromium();
  ensureEmbeddedEditor();
  const results = [
    await runProgram(context, 'the embedded VS Code', 'test/hosts/node-host.mjs', { limitSeconds: 480 }),
  ];
  const desktop = desktopEditor();
  if (desktop.executable) {
    const args = ['--executable', desktop.executable];
    results.push(
      await runProgram(context, 'the desktop VS Code', 'test/hosts/desktop-host.mjs', { args, limitSeconds: 480 }),
    );
  } else {
    console.log(`  ${desktop.reason} The embedded VS Code stands in for it.`);
  }
  return sum(results);
}

/** The same suite in the worker extension host of VS Code for the Web. */
export async function runWebHost(context) {
  await ensurePackage();
  ensureChromium();
  return runProgram(context, 'VS Code for the Web', 'test/hosts/web-host.mjs', { limitSeconds: 480 });
}

/** The tests that use the real window as a person does. */
export async function runUi(context) {
  await ensurePackage();
  ensureChromium();
  ensureEmbeddedEditor();
  const args = [...(context.images ? ['--images'] : []), ...context.wanted];
  return runProgram(context, 'the window', 'test/hosts/ui.mjs', { args, limitSeconds: 720 });
}
