// A folder without a management system: the welcome, and both ways out of it.
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const WITHOUT_ROOT = 'templates/rows';
const button = (window, name) => window.page.locator('.part.sidebar').getByRole('button', { name });
const sections = (window) => window.page.locator('.part.sidebar').getByRole('treeitem', { name: /^AI systems/ });

/** Waits for a step of a question in several steps, and answers it. */
async function step(window, number, text) {
  await window.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: `(${number}/4)` }).waitFor();
  if (text) await window.answer(`(${number}/4)`, text);
}

async function welcome(openWindow, options = {}) {
  const window = await openWindow({ folder: WITHOUT_ROOT, ...options });
  await window.showView('AIMS');
  await button(window, 'Set up a management system here').waitFor();
  return window;
}

export default [
  {
    title: 'without a management system the view welcomes, and nothing is in the status bar',
    async run({ openWindow }) {
      const window = await welcome(openWindow, { shared: true });
      await button(window, 'Check this folder as it is').waitFor();
      const items = window.page.locator('.part.statusbar .statusbar-item', { hasText: 'AIMS' });
      if (await items.count()) throw new Error('there is an item in the status bar');
      await window.pictures('welcome');
    },
  },
  {
    title: 'leaving the questions writes nothing',
    async run({ openWindow }) {
      const window = await welcome(openWindow, { shared: true });
      await button(window, 'Set up a management system here').click();
      await step(window, 1, 'Invented Health');
      await step(window, 2);
      await window.page.keyboard.press('Escape');
      await window.page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
      await button(window, 'Set up a management system here').waitFor();
      if (existsSync(join(window.folder, 'aims.yaml'))) throw new Error('there is an aims.yaml');
    },
  },
  {
    title: 'a management system is set up in four questions',
    async run({ openWindow }) {
      const window = await welcome(openWindow, { shared: true });
      const before = new Set(readdirSync(window.folder));
      await button(window, 'Set up a management system here').click();
      await step(window, 1, 'Invented Health');
      await step(window, 2);
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Deployer' }).click();
      await window.page.locator('.quick-input-widget:visible').getByRole('button', { name: 'OK' }).click();
      await step(window, 3, 'Letter triage');
      await step(window, 4, 'Sorts incoming letters by department.');
      await sections(window).waitFor();
      const text = readFileSync(join(window.folder, 'aims.yaml'), 'utf8');
      for (const part of ['Invented Health', 'deployer']) if (!text.includes(part)) throw new Error(`no ${part} in it`);
      const made = readdirSync(window.folder).filter((name) => !before.has(name));
      if (made.length < 2) throw new Error(`only ${made} was made`);
      // What nobody has decided yet is said at once.
      const panel = await window.showProblems();
      await window.filterProblems('A.2.2');
      await panel.getByRole('treeitem').filter({ hasText: 'A.2.2' }).first().waitFor();
    },
  },
  {
    title: 'a folder is checked as it is',
    async run({ openWindow }) {
      const window = await welcome(openWindow);
      await button(window, 'Check this folder as it is').click();
      await sections(window).waitFor();
      if (!existsSync(join(window.folder, 'aims.yaml'))) throw new Error('there is no aims.yaml');
    },
  },
  {
    title: 'in a folder without a management system nothing is started',
    async run({ openWindow }) {
      const window = await openWindow({
        prepare: (folder) => renameSync(join(folder, 'aims.yaml'), join(folder, 'other.yaml')),
      });
      await window.openFile('soa.yaml');
      await window.runCommand('Developer: Show Running Extensions');
      const running = window.page.locator('.runtime-extensions-editor .monaco-list-row');
      await running.first().waitFor();
      const names = await running.locator('.name').allTextContents();
      if (names.some((name) => /AIMS/.test(name))) throw new Error(`running: ${names}`);
      if (await window.page.locator('.part.statusbar .statusbar-item', { hasText: 'AIMS' }).count())
        throw new Error('there is an item in the status bar');
    },
  },
];
