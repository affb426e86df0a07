// Runs the tests of `ui/*.ui.mjs` in the real window: the embedded VS Code with the packaged extension, in Chromium.
//   node test/hosts/ui.mjs [--vsix file] [--images] [part of a file's name …]
// Such a file's default export is a list of `{ title, run({ openWindow }) }`; `openWindow({ folder, theme, settings,
// prepare })` opens a copy of a folder (relative to the project), changed by `prepare`, and returns a Window (window.mjs).
// With `shared` it is a window that an earlier test has used on the same folder, put in order; such tests save nothing.
// Pictures go to `.build/ui/`, with --images to `docs/images/`.
import { join, resolve } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { filesBelow, inRoot, ROOT } from '../../build/files.mjs';
import { startChromium } from './chromium.mjs';
import { startEditorServer } from './editor-server.mjs';
import { DEFAULTS } from './host-page.mjs';
import { THEMES, Window } from './window.mjs';

const SECONDS_PER_TEST = 90;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ...DEFAULTS, images: { type: 'boolean' }, tests: { type: 'string', default: 'test/hosts/ui' } },
});
const report = (event) => console.log(`AIMS-TEST ${JSON.stringify(event)}`);
const wanted = (path) => !positionals.length || positionals.some((part) => path.includes(part));
const files = filesBelow(values.tests, (path) => path.endsWith('.ui.mjs') && wanted(path));
const pictures = inRoot(values.images ? 'docs/images' : '.build/ui');

/** Fails a test that does not end; closing its windows makes what it waits for fail too. */
async function withLimit(run) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${SECONDS_PER_TEST} s`)), SECONDS_PER_TEST * 1000);
  });
  try {
    await Promise.race([run, limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function runTest({ title, run }, server, browser, shared) {
  const windows = [];
  const openWindow = async ({
    folder = 'examples/meridian',
    theme = THEMES.light,
    settings = {},
    size,
    prepare,
    shared: mayBeShared = false,
  } = {}) => {
    const known = mayBeShared ? shared.get(folder) : undefined;
    if (known) {
      windows.push(known);
      await known.reset();
      return known;
    }
    server.setSettings(settings);
    const page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    if (size) await page.setViewportSize(size);
    const copy = server.copyOf(resolve(ROOT, folder));
    await prepare?.(copy);
    const window = new Window(page, copy, { pictures, inEveryTheme: Boolean(values.images) });
    windows.push(window);
    if (mayBeShared) shared.set(folder, window);
    await window.keepDrawn();
    await page.goto(server.address(copy));
    await window.ready(theme);
    return window;
  };
  try {
    await withLimit(run({ openWindow, THEMES }));
    report({ kind: 'pass', title });
  } catch (error) {
    const name = `failed-${title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)}`;
    const options = { path: inRoot('.build/ui', `${name}.png`) };
    const picture = await windows
      .at(-1)
      ?.page.screenshot(options)
      .then(
        () => `\nsee .build/ui/${name}.png`,
        () => '',
      );
    report({ kind: 'fail', title, message: `${stripVTControlCharacters(error.message)}${picture ?? ''}` });
    // What it left behind is no place for the next one.
    for (const [folder, window] of shared) if (windows.includes(window)) shared.delete(folder);
  } finally {
    const kept = [...shared.values()];
    for (const window of windows) if (!kept.includes(window)) await window.close();
  }
}

const server = await startEditorServer({ vsix: values.vsix });
let browser;
try {
  console.log(`VS Code ${server.version}, the real window`);
  browser = await startChromium(join(server.scratch, 'profile'));
  const shared = new Map();
  for (const file of files) {
    const { default: tests } = await import(inRoot(file));
    for (const test of tests) await runTest(test, server, browser, shared);
  }
  report({ kind: 'end' });
} finally {
  await browser?.close();
  await server.dispose();
}
