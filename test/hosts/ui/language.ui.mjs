// Hover and completion as a person gets them, in YAML and in Markdown; and the window in every theme.

/** Opens a file when its findings are there: the server has read the folder. */
async function openReady(openWindow, path) {
  const window = await openWindow({ shared: true });
  await window.page.locator('.part.statusbar .statusbar-item', { hasText: /AIMS .*open/ }).waitFor();
  await window.openFile(path);
  return window;
}

export default [
  {
    title: 'a hover over a control says what it asks and how it stands here, and leads to its page',
    async run({ openWindow }) {
      const window = await openReady(openWindow, 'risk/risk-register.yaml');
      await window.goToText('risk/risk-register.yaml', 'A.6.2.4');
      const hover = await window.hoverAtCursor();
      for (const text of ['AI system verification and validation', 'In this workspace', 'Explain A.6.2.4 in full'])
        await hover.getByText(text).first().waitFor();
      await window.pictures('hover');
      await hover.getByText('Explain A.6.2.4 in full').click();
      await window.page.locator('.tab.active', { hasText: 'A.6.2.4' }).waitFor();
    },
  },
  {
    title: 'a control id completes in the Statement of Applicability, with what it asks, and brings its row',
    async run({ openWindow }) {
      const window = await openReady(openWindow, 'soa.yaml');
      // A line of its own where the row belongs: the cursor goes to its start, whatever the editor indents.
      await window.goToText('soa.yaml', '- id: A.6.2.6');
      await window.page.keyboard.press('Control+Shift+Enter');
      await window.page.keyboard.press('Shift+Home');
      await window.page.keyboard.type('  - id: A.6');
      const list = await window.complete();
      await list.locator('.monaco-list-row.focused', { hasText: 'A.6.2.5' }).waitFor();
      const details = window.page.locator('.suggest-details-container');
      if (!(await details.isVisible())) await window.page.keyboard.press('Control+Space');
      await details.getByText('AI system deployment').first().waitFor();
      await window.pictures('completion');
      await window.page.keyboard.press('Enter');
      await window.page.locator('.editor-group-container.active .view-line', { hasText: 'id: A.6.2.5' }).waitFor();
    },
  },
  {
    title: 'controls are found by words of their title in a Markdown table',
    async run({ openWindow }) {
      const path = 'audit/2026-09-audit-report.md';
      const window = await openReady(openWindow, path);
      await window.goToText(path, 'A.6.2.6', 'AF-008');
      for (let letter = 0; letter < 'A.6.2.6'.length; letter++) await window.page.keyboard.press('Backspace');
      await window.page.keyboard.type('system impact');
      const list = await window.complete();
      await list.locator('.monaco-list-row', { hasText: 'A.5.2' }).first().waitFor();
    },
  },
  {
    title: 'the window opens in every theme',
    async run({ openWindow, THEMES }) {
      const window = await openWindow({ shared: true });
      for (const theme of [THEMES.dark, THEMES.contrast, THEMES.light]) {
        await window.takeTheme(theme);
        await window.page.locator('.activitybar .action-label[aria-label^="AIMS"]').waitFor();
        await window.page.locator('.part.statusbar .statusbar-item', { hasText: /AIMS .*open/ }).waitFor();
      }
    },
  },
];
