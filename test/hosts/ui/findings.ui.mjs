// What a person sees of findings: underlined, listed, fixed, explained.

const SQUIGGLE = '.editor-group-container.active .squiggly-error';
const problem = (panel, text) => panel.getByRole('treeitem').filter({ hasText: text }).first();

export default [
  {
    title: 'a missing justification is underlined and listed, beside findings of files that nobody opened',
    async run({ openWindow }) {
      const window = await openWindow({ shared: true });
      await window.openFile('soa.yaml');
      const panel = await window.showProblems();
      await problem(panel, 'AIS-009 is in operation').waitFor();
      // Further down than what is drawn of the list.
      await window.filterProblems('POL-003');
      await problem(panel, 'The review of POL-003').waitFor();
      await window.filterProblems('');
      await problem(panel, 'A.5.4 is included but nothing says why').dblclick();
      await window.page.locator(SQUIGGLE).first().waitFor();
      await window.page.keyboard.press('Escape');
      await window.pictures('problems');
    },
  },
  {
    title: 'the lightbulb inserts the missing row, which can be undone',
    async run({ openWindow }) {
      const window = await openWindow({ shared: true });
      await window.openFile('soa.yaml');
      await window.goToText('soa.yaml', 'controls', '\n# No own');
      await window.page.locator(SQUIGGLE).first().waitFor();
      await window.page.locator('.codicon-light-bulb:visible, .codicon-gutter-lightbulb:visible').first().waitFor();
      const insert = await window.quickFix('Insert the row for A.6.2.5');
      await insert();
      const panel = await window.showProblems();
      await problem(panel, 'A.6.2.5').filter({ hasText: 'is not in the Statement' }).waitFor({ state: 'hidden' });
      await window.editor().click();
      await window.page.keyboard.press('Control+Z');
      await problem(panel, 'A.6.2.5').filter({ hasText: 'is not in the Statement' }).waitFor();
    },
  },
  {
    title: 'the assessment of a new system says while it is written what is still missing',
    async run({ openWindow }) {
      const window = await openWindow({ shared: true });
      const path = 'assessments/AIA-007-visit-brief.md';
      await window.openFile(path);
      const panel = await window.showProblems();
      await window.filterProblems('AIA-007');
      const measures = problem(panel, 'Nothing stands under "Measures"');
      await measures.waitFor();
      await window.goToText(path, '## Measures');
      await window.pictures('assessment');
      await window.page.keyboard.press('End');
      await window.page.keyboard.type('\nDoctors see the sources beside each sentence. Owner: Head of product.');
      await measures.waitFor({ state: 'hidden' });
    },
  },
  {
    title: 'the rule of a finding is explained offline, at the lightbulb',
    async run({ openWindow }) {
      const window = await openWindow({ shared: true });
      await window.openFile('soa.yaml');
      await window.goToText('soa.yaml', 'A.5.4', '- id: A.5.4');
      await window.page.locator(SQUIGGLE).first().waitFor();
      const explain = await window.quickFix('Explain soa/missing-justification');
      await window.pictures('quick-fix');
      await explain();
      await window.page.locator('.tab.active', { hasText: 'soa missing-justification' }).waitFor();
    },
  },
];
