// The coverage view as a person uses it: by mouse and by keyboard, and what it shows in the status bar.

// There is something to do in it.
const GAPS = 'examples/meridian-gaps';
const sidebar = (window) => window.page.locator('.part.sidebar');
const row = (window, name) => sidebar(window).getByRole('treeitem', { name });
const statusItem = (window) => window.page.locator('.part.statusbar .statusbar-item', { hasText: 'AIMS' });

/** Opens the view and, in it, groups of controls. */
async function openControls(window, groups = ['A.6']) {
  await window.showView('AIMS');
  for (const name of ['Annex A controls', ...groups]) {
    const group = row(window, new RegExp(`^${name.replaceAll('.', '\\.')}[ ,]`));
    await group.waitFor();
    if ((await group.getAttribute('aria-expanded')) === 'false') await group.click();
  }
  await row(window, new RegExp(`^${groups.at(-1).replaceAll('.', '\\.')}\\.\\d`))
    .first()
    .waitFor();
}

export default [
  {
    title: 'the coverage view shows every grade with icon and text',
    async run({ openWindow }) {
      const window = await openWindow({ folder: GAPS, shared: true });
      await openControls(window, ['A.4', 'A.5', 'A.7']);
      await window.widenSidebar(420);
      for (const control of await row(window, /^A\.[457]\.\d/).all()) {
        await control.locator('.codicon').first().waitFor();
        const words = await control.locator('.label-description').textContent();
        if (!words?.trim()) throw new Error('no grade in words');
      }
      await row(window, /^A\.4\.2 /).click();
      await window.page.locator('.tab.active').waitFor();
      await window.page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
      await window.pictures('coverage');
      // Kept for every other window.
      await window.widenSidebar(300);
    },
  },
  {
    title: 'a click goes to the place that decides the grade, and from there back to the view',
    async run({ openWindow }) {
      const window = await openWindow({ folder: GAPS, shared: true });
      await openControls(window);
      await row(window, /^A\.6\.2\.4 /).click();
      await window.editor().waitFor();
      await window.page.locator('.editor-group-container.active .current-line').first().waitFor();
      await row(window, /^A\.6\.2\.5 /).click();
      await window.runCommand('AIMS: Reveal in coverage');
      await sidebar(window).locator('.monaco-list-row.focused.selected').waitFor();
    },
  },
  {
    title: 'the view shows only what is open, and what has a text, and all again',
    async run({ openWindow }) {
      // A new window: in a tree that was scrolled, VS Code keeps rows it no longer shows.
      const window = await openWindow({ folder: GAPS });
      await openControls(window);
      await window.runCommand('AIMS: Show what is open only');
      await sidebar(window).getByText('AIMS: Coverage · open only').first().waitFor();
      await row(window, /^A\.6\.2\.5 /).waitFor({ state: 'hidden' });
      await window.runCommand('AIMS: Show all');
      await row(window, /^A\.6\.2\.5 /).waitFor();
      await window.runCommand('AIMS: Filter the coverage view');
      await window.answer('Filter the coverage view', 'A.6.2.4');
      await row(window, /^A\.6\.2\.5 /).waitFor({ state: 'hidden' });
      await row(window, /^A\.6\.2\.4 /).waitFor();
      await window.runCommand('AIMS: Filter the coverage view');
      await window.answer('Filter the coverage view', 'no such thing');
      await sidebar(window).getByText('Nothing has “no such thing” in its name or state.').waitFor();
      await window.runCommand('AIMS: Clear the filter');
      await row(window, /^A\.6\.2\.5 /).waitFor();
    },
  },
  {
    title: 'a change in an editor changes the view at once, and what is open in it stays open',
    async run({ openWindow }) {
      const window = await openWindow({ folder: GAPS, shared: true });
      await openControls(window);
      const control = row(window, /^A\.6\.2\.4 /);
      const before = await control.getAttribute('aria-label');
      await control.click();
      await window.editor().click();
      await window.page.keyboard.press('Control+A');
      await window.page.keyboard.press('Delete');
      const deadline = window.page.waitForFunction(
        ([prefix, old]) =>
          [...document.querySelectorAll('.part.sidebar .monaco-list-row')].some((each) => {
            const label = each.getAttribute('aria-label') ?? '';
            return label.startsWith(prefix) && label !== old;
          }),
        ['A.6.2.4 ', before],
      );
      await deadline;
      await window.page.keyboard.press('Control+Z');
      await sidebar(window)
        .locator(`.monaco-list-row[aria-label="${before?.replaceAll('"', '\\"')}"]`)
        .waitFor();
    },
  },
  {
    title: 'the status bar counts without percentages and leads to the view',
    async run({ openWindow }) {
      const window = await openWindow({ folder: GAPS, shared: true });
      const item = statusItem(window);
      await item.waitFor();
      const text = (await item.textContent())?.trim() ?? '';
      if (!/^AIMS (\d+ errors? · )?(\d+|nothing) open$/.test(text)) throw new Error(`it says "${text}"`);
      await item.click();
      await row(window, /^AI systems/).waitFor();
    },
  },
  {
    title: 'the language status says the kind of the open document and how it was recognised',
    async run({ openWindow }) {
      const window = await openWindow({ folder: GAPS, shared: true });
      await window.openFile('soa.yaml');
      await statusItem(window).waitFor();
      await window.page.locator('[id="status.languageStatus"]').hover();
      await window.page.locator('.hover-language-status', { hasText: 'Statement of Applicability' }).waitFor();
    },
  },
  {
    title: 'a rule is explained offline, from the palette',
    async run({ openWindow }) {
      const window = await openWindow({ folder: GAPS, shared: true });
      await statusItem(window).waitFor();
      await window.runCommand('AIMS: Explain rule, control or clause');
      await window.choose('A rule, a control or a clause', 'A.6.2.4');
      await window.page.locator('.tab.active', { hasText: 'Preview A.6.2.4.md' }).waitFor();
      const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await page.getByText('What an auditor will look for').waitFor();
    },
  },
  {
    title: 'the keyboard alone opens a group, finds an action and runs it',
    async run({ openWindow }) {
      const window = await openWindow({ folder: GAPS, shared: true });
      const { keyboard } = window.page;
      await statusItem(window).waitFor();
      await window.runCommand('AIMS: Show coverage');
      await row(window, /^AI systems/).waitFor();
      await sidebar(window).locator('.monaco-list:focus').waitFor();
      const focused = sidebar(window).locator('.monaco-list-row.focused');
      await keyboard.press('Home');
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowRight');
      await row(window, /^4 Context/).waitFor();
      await keyboard.press('ArrowLeft');
      await row(window, /^4 Context/).waitFor({ state: 'hidden' });
      // Down to the first row that offers an action.
      const action = focused.getByRole('button', { name: 'Run the next action' });
      for (let step = 0; step < 80 && !(await action.count()); step++) await keyboard.press('ArrowDown');
      await action.waitFor({ state: 'attached' });
      await keyboard.press('Shift+F10');
      await window.page.locator('.monaco-menu').getByText('Run the next action').waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await window.page.locator('.tab.active').waitFor();
    },
  },
  {
    title: 'what can be made is offered, and made',
    async run({ openWindow }) {
      const window = await openWindow({ folder: GAPS, shared: true });
      await statusItem(window).waitFor();
      await window.runCommand('AIMS: New document');
      await window.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      // Typed at once: the list is longer than what is drawn of it.
      await window.page.locator('.quick-input-widget:visible input[type=text]').first().fill('Communication plan');
      await window.page
        .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Communication plan' })
        .waitFor();
      await window.page.keyboard.press('Enter');
      await window.page.locator('.tab.active', { hasText: 'communication-plan' }).waitFor();
      await window.page.locator('.view-lines', { hasText: 'communication-plan' }).first().waitFor();
    },
  },
  {
    title: 'the action of a row is run by a click on it',
    async run({ openWindow }) {
      const window = await openWindow({ shared: true });
      await openControls(window);
      const control = row(window, /^A\.6\.2\.5 /);
      await control.getByText('nothing yet').waitFor();
      await control.hover();
      await control.getByRole('button', { name: 'Run the next action' }).click();
      await window.page.locator('.tab.active', { hasText: 'soa.yaml' }).waitFor();
      await window.page.locator('.editor-group-container.active .view-line', { hasText: 'id: A.6.2.5' }).waitFor();
    },
  },
];
