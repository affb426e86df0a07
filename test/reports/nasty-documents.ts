import { TestFolder } from '../support/test-folder';

/** What a document may say to be taken for something else by what reads a report. */
export const NASTY_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details>',
  '@octocat',
  'a | b',
  '::error::stop',
  '::stop-commands::x',
  '##[add-mask]secret',
  '100%0A::warning::x',
  'one,two',
  ']]>',
  '&lt;b&gt; &amp; &#64;team',
  '[link](https://evil.example)',
  '![image](https://evil.example/x.png)',
  'https://evil.example and www.evil.example and me@evil.example',
  '`tick` ``two``',
  '$x$ and **bold** and ~~gone~~ and _under_',
  '#12 and GH-34 and !56',
  '=1+1',
  '+1;=2',
  '-2+3',
  'x; @SUM(A1)',
  'quote " and \' apostrophe',
  'back\\slash',
  'Grüße 😀 漢字',
];

/** The same that can only be written with escapes. */
export const NASTY_ESCAPES: readonly (readonly [escaped: string, text: string])[] = [
  ['nul \\0 end', 'nul \u0000 end'],
  ['esc \\e[31mred', 'esc \u001b[31mred'],
  ['bell \\a and \\x9b31m', 'bell \u0007 and \u009b31m'],
  ['half \\ud83d alone', 'half \ud83d alone'],
  ['turned \\u202Etxt.exe', 'turned \u202etxt.exe'],
  ['two\\nlines', 'two\nlines'],
  ['carriage\\rreturn', 'carriage\rreturn'],
  ['tab\\tthere', 'tab\tthere'],
  ['\\uFFFE \\uFFFF', '\ufffe \uffff'],
];

/** Names of files that a report may trip over. Each holds an assessment of systems that nobody knows. */
export const NASTY_PATHS: readonly string[] = [
  'plain.md',
  '50% of all.md',
  'ä ö ü 😀 漢字.md',
  'a::b,c=d|e.md',
  '<script>&"\'.md',
  '=1+1.md',
  '@team/#12.md',
  '`tick`.md',
  'two\nlines.md',
  'esc\u001b[31m.md',
  'back\\slash.md',
];

/** A management system full of them. To be disposed of. */
export function nastyFolder(): TestFolder {
  const listed = [
    ...NASTY_TEXTS.map((text) => JSON.stringify(text)),
    ...NASTY_ESCAPES.map(([escaped]) => `"${escaped}"`),
  ].map((text) => `  - ${text}\n`);
  const inventory = 'kind: ai-system-inventory\nid: INV-1\nsystems:\n  - id: AIS-1\n    name: Triage\n';
  return new TestFolder([
    ['aims.yaml', 'organization: Example\nframeworks: [iso-42001]\n'],
    ['systems.yaml', inventory],
    ...NASTY_PATHS.map((path, index): [string, string] => [
      path,
      `---\nkind: ai-impact-assessment\nid: AIA-${index + 1}\nstatus: approved\nsystems:\n${listed.join('')}---\n\n# Assessment\n`,
    ]),
  ]);
}
