// The report in a tab of the window: it takes the colours of the theme, its links work, and it saves from its own title.

/** The page of the report inside the frames that VS Code puts around a webview. */
function reportPage(window) {
  return window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

const colour = (locator, property) => locator.evaluate((element, name) => getComputedStyle(element)[name], property);

export default [
  {
    title: 'the report opens in a tab, in the colours of every theme, and its links lead to their place',
    async run({ openWindow, THEMES }) {
      const window = await openWindow({ shared: true });
      await window.page.locator('.part.statusbar .statusbar-item', { hasText: /AIMS .*open/ }).waitFor();
      await window.runCommand('AIMS: Show report');
      const report = reportPage(window);
      await report.getByRole('heading', { name: 'AI management system report' }).waitFor();
      await window.page.locator('.editor-actions').getByRole('button', { name: 'Save report' }).waitFor();
      for (const [kind, theme] of [
        ['dark', THEMES.dark],
        ['high-contrast', THEMES.contrast],
        ['light', THEMES.light],
      ]) {
        await window.takeTheme(theme);
        // Both at one moment: the tab follows the window a little later.
        const [shown, wanted] = await report.locator(`body.vscode-${kind}`).evaluate((body) => {
          const probe = body.ownerDocument.createElement('i');
          probe.style.backgroundColor = 'var(--vscode-editor-background)';
          body.append(probe);
          const colours = [getComputedStyle(body).backgroundColor, getComputedStyle(probe).backgroundColor];
          probe.remove();
          return colours;
        });
        if (shown !== wanted) throw new Error(`the paper is ${shown}, and the editor ${wanted}, in ${theme}`);
        await window.screenshot(`report-${kind}`);
      }
      const rows = report.locator('#statement tbody th[id]');
      if ((await rows.count()) !== 38) throw new Error(`${await rows.count()} controls`);
      if ((await colour(report.locator('table').first(), 'borderCollapse')) !== 'collapse')
        throw new Error('the style sheet is not applied');
      await report.getByRole('link', { name: 'Documents', exact: true }).click();
      const heading = report.locator('#documents-title');
      // No callback runs in a page without scripts, so it is asked until it is there; the test's limit ends the wait.
      const isSeen = (element) => element.getBoundingClientRect().top < innerHeight;
      while (!(await heading.evaluate(isSeen)));
    },
  },
];
