import type { Random } from './random';

const PLAIN = [
  'AIS-001',
  'Triage support',
  'high',
  '1.10',
  'true',
  'no',
  'null',
  '~',
  '2026-11-20',
  'a # b',
  'Größe',
  '日本語',
  'it is: not',
  'x',
  '0x1F',
  '1_000',
  '-',
  'a - b',
  'A.6.2.4',
  '*',
  '12:30',
  'policies/ai.md#scope',
];
const KEYS = [
  'id',
  'name',
  'owner',
  'purpose',
  'ai_act',
  'roles',
  'controls',
  'next_review',
  'note',
  'x-y',
  '"quoted key"',
  'key with spaces',
];

function scalar(random: Random): string {
  switch (random.number(0, 7)) {
    case 0:
      return `"${random.pick(PLAIN)} \\"x\\" # y"`;
    case 1:
      return `'it''s ${random.pick(['a', 'b: c', '# d'])}'`;
    case 2:
      return '';
    case 3:
      return `${random.pick(['plain', 'text'])}   # a comment`;
    default:
      return random.pick(PLAIN.filter((text) => !/: |^[*-]$| #/.test(text)));
  }
}

function value(random: Random, indent: string, depth: number, simple: boolean): string {
  if (simple && random.chance(0.9)) {
    const next = random.number(0, depth > 2 ? 4 : 7);
    const text = () =>
      random.pick(
        [
          'AIS-001',
          'Triage support',
          'high',
          '1.10',
          'true',
          'null',
          '2026-11-20',
          'Größe',
          'a, b',
          'x]',
          'policies/ai.md#scope',
          '../a.md',
          '"quoted: # text"',
          "'it is'",
          'C&A (x)',
          '12:30',
          'NULL',
          '0x1F',
          'a #b',
        ].slice(0, 18),
      );
    if (next < 4) return random.chance(0.06) ? '' : ` ${text()}`;
    if (next === 4)
      return ` [${random.join(0, 3, random.pick([', ', ',', ' , ']), () => random.pick(['A.5.2', '"x y"', "'z'", '3', 'risk', '2026-01-01', 'true']))}]`;
    if (next === 5) return `\n${map(random, `${indent}  `, depth + 1, true)}`;
    const lead = `${indent}${random.chance(0.6) ? '  ' : ''}`;
    return `\n${random.join(1, 3, '\n', () => `${lead}- ${random.chance(0.2) ? map(random, `${lead}  `, depth + 1, true).trimStart() : text()}`)}`;
  }
  const flow = () => random.join(0, 3, ', ', () => random.pick(['A.5.2', '"x, y"', "'z'", '3']));
  switch (random.number(0, depth > 2 ? 5 : 9)) {
    case 0:
      return ` [${flow()}]`;
    case 1:
      return ` { tier: high, list: [${flow()}]${random.chance(0.3) ? `,\n${indent}    more: 1` : ''} }`;
    case 2:
      return ` ${random.pick(['|', '>', '|-', '>-', '|+'])}\n${random.join(1, 3, '\n', () => `${indent}    ${random.pick(['text: with colon', '- dash', '# hash', 'plain', '"'])}`)}`;
    case 3:
      return ` two lines of\n${indent}    one text`;
    case 6:
    case 7:
      return `\n${map(random, `${indent}  `, depth + 1, simple)}`;
    case 8:
      return `\n${random.join(1, 3, '\n', () => `${indent}${random.chance(0.5) ? '  ' : ''}- ${scalar(random) || 'x'}`)}`.replace(
        /\n\s*- /g,
        (each, offset, all: string) => (offset === 0 ? each : (/\n\s*- /.exec(all)?.[0] ?? each)),
      );
    default:
      return ` ${scalar(random)}`.trimEnd();
  }
}

function map(random: Random, indent: string, depth: number, simple = false): string {
  const keys = KEYS.filter(() => random.chance(0.4));
  if (keys.length === 0) keys.push('id');
  return keys
    .map(
      (key) =>
        `${random.chance(simple ? 0.01 : 0.06) ? `${indent}# a comment\n` : ''}${indent}${key}:${value(random, indent, depth, simple)}`,
    )
    .join(random.chance(simple ? 0.01 : 0.05) ? '\n\n' : '\n');
}

/** A random register: front keys, lists of entries with nested maps and lists, comments, blank lines, block texts; or mostly plain. */
export function randomRegister(random: Random, simple = false): string {
  const parts: string[] = [];
  if (random.chance(0.2)) parts.push('# A register.', '');
  if (random.chance(0.1)) parts.push('---');
  if (random.chance(0.1)) {
    const indent = random.pick(['', '  ']);
    return `${random.join(1, 5, '\n', () => `${indent}- ${map(random, `${indent}  `, 1, simple).trimStart()}`)}\n`;
  }
  for (const key of ['kind', 'systems', 'title', 'risks', 'controls', 'notes'].filter(() => random.chance(0.6))) {
    if (random.chance(0.15)) parts.push('');
    if (random.chance(0.1)) parts.push('# about what follows');
    if (!/s$/.test(key) || random.chance(0.2)) {
      parts.push(`${key}:${value(random, '', 1, simple)}`);
      continue;
    }
    const indent = random.pick(['', '  ', '    ']);
    const gap = random.pick([' ', ' ', '   ']);
    parts.push(`${key}:${random.chance(0.1) ? ' # with a comment' : ''}`);
    for (let count = random.number(1, 4); count > 0; count--) {
      if (random.chance(0.1)) parts.push(`${random.pick([indent, ''])}# a comment`);
      if (random.chance(0.1)) parts.push('');
      const inner = `${indent} ${gap}`;
      parts.push(
        random.chance(0.15)
          ? `${indent}-${gap}${scalar(random) || 'x'}`
          : `${indent}-${gap}${map(random, inner, 1, simple).replace(/^(?:\s*#[^\n]*\n)?\s*/, '')}`,
      );
    }
  }
  if (parts.length === 0) parts.push('kind: record');
  const text = parts.join('\n') + random.pick(['', '\n', '\n\n']);
  return random.chance(0.12) ? text.replaceAll('\n', '\r\n') : text;
}
