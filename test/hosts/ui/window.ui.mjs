// The window itself: it opens, with the extension's own icon and name, in every theme.
export default [
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
