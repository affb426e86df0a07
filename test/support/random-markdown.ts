import type { Random } from './random';

const WORDS = [
  'the',
  'model',
  'AIS-001',
  'A.6.2.4',
  'Clause 6.1.3',
  'risk',
  'R-7',
  'Größe',
  '日本語',
  'naïve',
  '🙂',
  'e.g.',
  'owner',
  '2026-11-20',
  'TBD',
  'n/a',
  'a_b',
  'x*y',
  'v1.2',
  '100 %',
  'https',
  'Head of AI',
  'objectives',
  '(see',
  'below)',
  '“quoted”',
  "it's",
  '…',
  '–',
  'C&A',
  'a:b',
  'Key:',
  '1.',
  '#',
  '+',
  '=',
];
const MARKUP = [
  '**bold**',
  '*soft*',
  '_soft_',
  '`code.md`',
  '`A.6.2.4`',
  '[link](policies/ai-policy.md#scope)',
  '[ref]',
  '[text][ref]',
  '![image](a.png)',
  '<br>',
  '<!-- a note -->',
  '{{purpose}}',
  '[TODO]',
  '\\|',
  '\\*',
  '&amp;',
  '~x~',
  '<https://example.org>',
  'https://example.org',
  '[x',
  '**',
  '``a`b``',
  '![',
  '____',
];

function words(random: Random, markup: number): string {
  return random.join(1, 9, ' ', () => (random.chance(markup) ? random.pick(MARKUP) : random.pick(WORDS)));
}

/** Text with a little of the marks that can be read in one way only, and some that nearly can. */
function simple(random: Random): string {
  const part = () =>
    random.pick([
      ...WORDS,
      '**bold text**',
      '**Owner:**',
      '**end.**',
      '**end,**',
      '**100 %**',
      '**x;**.',
      '(**in brackets**)',
      '`code.md`',
      '`a b`',
      '`{{x}}`',
      '[link](a/b_c.md#d)',
      '[two words](https://example.org/a?b=c)',
      '**bold**,',
      '`x`:',
      '[l](a.md).',
      'a**b**c',
      '**a**b',
      '[x](a b)',
      '[x](a "t")',
      '`a',
      '**a *b***',
      '[`c`](d.md)',
      '[[x](y)',
      '** a**',
      '**1**',
      '***a***',
      '[A.6.2.4](a.md)',
      '**R-7**',
      '`R-7`',
      '[ ](a)',
      '[ ]',
      '[x]',
    ]);
  return random.join(1, 5, ' ', part);
}

function table(random: Random, markup: number): string {
  const columns = random.number(1, 4);
  const cell = () =>
    random.chance(0.12)
      ? ''
      : random.chance(0.3)
        ? simple(random)
        : random.join(1, 3, ' ', () => (random.chance(markup) ? random.pick(MARKUP) : random.pick(WORDS)));
  const pad = () => ' '.repeat(random.number(0, 2));
  const row = (count: number) =>
    `|${Array.from({ length: count }, () => `${pad()}${cell()}${pad()}`).join('|')}${random.chance(0.93) ? '|' : ''}${random.chance(0.1) ? ' ' : ''}`;
  const rule = `|${Array.from({ length: columns }, () => random.pick(['---', ':--', ' --- ', '--:', ':-:'])).join('|')}|`;
  const rows = Array.from({ length: random.number(0, 4) }, () =>
    row(random.chance(0.9) ? columns : random.number(1, 5)),
  );
  return [row(columns), rule, ...rows].join('\n');
}

function block(random: Random, markup: number): string {
  switch (random.number(0, 15)) {
    case 0:
    case 1:
      return `${'#'.repeat(random.number(1, 6))} ${random.chance(0.3) ? simple(random) : words(random, markup)}${random.chance(0.1) ? ' ##' : ''}`;
    case 2:
    case 3:
      return table(random, markup);
    case 4: {
      const marker = random.pick(['- ', '* ', '1. ', '- ']);
      const lead = random.chance(0.4) ? `${simple(random)}${random.pick(['\n', '\n\n', '\n\n\n'])}` : '';
      return (
        lead +
        random.join(
          1,
          4,
          random.chance(0.9) ? '\n' : '\n\n',
          () => `${random.chance(0.95) ? marker : '+ '}${simple(random)}`,
        )
      );
    }
    case 5:
      return random.join(
        1,
        4,
        '\n',
        () => `${random.pick(['- ', '* ', '+ ', '1. ', '- [ ] ', '  - '])}${words(random, markup)}`,
      );
    case 6:
      return random.join(
        1,
        3,
        '\n',
        () => `**${random.pick(['Owner', 'Version', 'Status'])}:** ${words(random, markup)}`,
      );
    case 7:
      return random.join(
        2,
        3,
        '\n',
        () => `${random.pick(['Owner', 'Version', 'Status', 'Next review'])}: ${words(random, 0)}`,
      );
    case 8:
      return `\`\`\`\n${words(random, markup)}\n# not a heading\n\n| a |\n|---|\n\`\`\``;
    case 9:
      return `> ${words(random, markup)}\n${random.chance(0.5) ? '> ' : ''}${words(random, markup)}`;
    case 10:
      return random.pick([
        '<!-- a comment\n\n# in it\n-->',
        '<details>\n<summary>More</summary>\n\ntext\n\n</details>',
        '---',
        '<div>\n# not a heading\n</div>',
        '[ref]: policies/ai-policy.md',
        'Heading\n===',
        'Heading\n---',
        '    indented code',
        '<!-- aims-ignore soa/no-owner: why -->',
      ]);
    default:
      return random.join(1, 3, random.pick(['\n', '  \n', '\n  ']), () =>
        random.chance(0.4) ? simple(random) : words(random, markup),
      );
  }
}

/** A random document: headings, paragraphs, tables, lists, fences, HTML; some of it plain, some full of markup. */
export function randomMarkdown(random: Random): string {
  const markup = random.pick([0, 0, 0.05, 0.3]);
  const text = random.join(1, 12, random.chance(0.9) ? '\n\n' : '\n', () =>
    block(random, random.chance(0.5) ? 0 : markup),
  );
  const ended = text + random.pick(['', '\n', '\n\n']);
  return random.chance(0.15) ? ended.replaceAll('\n', '\r\n') : ended;
}
