// The window itself: it opens in every theme, and what the server finds reaches a person's eye.
export default [
  ...['light', 'dark', 'contrast'].map((name) => ({
    title: `the window opens (${name})`,
    async run({ openWindow, THEMES }) {
      const window = await openWindow({ theme: THEMES[name] });
      await window.page.getByRole('treeitem').first().waitFor();
    },
  })),
  {
    title: 'Problems lists findings of files that nobody opened',
    async run({ openWindow }) {
      const window = await openWindow();
      const problems = await window.showProblems();
      await problems.getByRole('treeitem').filter({ hasText: 'AIMS' }).first().waitFor();
    },
  },
];
