// The page in which a workbench runs a test suite: passes on what the extension host prints and how it ends.
import { cpSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { inRoot } from '../../build/files.mjs';
import { PACKAGE } from '../../build/package.mjs';
import { foreignHosts } from './chromium.mjs';
import { makeGaps } from './gaps.mjs';

/** The options that both hosts take, and what they are unless given. */
export const DEFAULTS = {
  vsix: { type: 'string', default: inRoot(PACKAGE) },
  suite: { type: 'string', default: 'test/hosts/suite' },
  workspace: { type: 'string', default: inRoot('examples/meridian') },
};

/** Refuses a folder that is not there: an empty window would only fail later, and with another reason. */
export function requireFolder(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`there is no folder ${folder} to open`);
}

/** A copy of a folder for a suite to work in; the example without gaps gets the ones that the tests look for. */
export function copyWorkspace(folder, copy) {
  cpSync(folder, copy, { recursive: true });
  if (resolve(folder) === DEFAULTS.workspace.default) makeGaps(copy);
  return copy;
}

// Said by the worker host about files that a served folder does not have; it tries, and goes on.
const NOISE = /ENOPRO|fetching additional builtin|builtin extensions cache|package\.nls\.json|nls\.metadata/;

/** Opens a workbench that runs a suite, and returns 0 when all of it passed. */
export async function automate(browser, address, own) {
  const page = browser.pages()[0] ?? (await browser.newPage());
  const foreign = foreignHosts(page, own);
  const verbose = Boolean(process.env.VERBOSE);
  page.on('console', (message) => {
    // What the extension says went wrong is written to its log, which the page's console repeats.
    const ours = message.type() === 'error' && /\bAIMS\b/.test(message.text());
    if (verbose || ours) console.log(`  [${message.type()}] ${message.text().slice(0, verbose ? 2000 : 300)}`);
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = args.map(String).join(' ');
    if (text.includes('AIMS-TEST ')) console.log(text.slice(text.indexOf('AIMS-TEST ')));
    else if (verbose || (type === 'error' && !NOISE.test(text)))
      console.log(`  host: ${verbose ? text : text.split('\n')[0].slice(0, 300)}`);
  });
  const ended = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
  });
  await page.goto(address);
  const code = await ended;
  if (foreign.size) console.log(`  asked other hosts: ${[...foreign].join(' ')}`);
  return code;
}
