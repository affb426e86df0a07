// Whatever a file holds: one clear finding at the right place, no crash, no hang, and other documents keep their findings.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { coverageOf } from '../engine/coverage/coverage';
import type { Snapshot } from '../engine/engine';
import { type Files, giveFiles, rowsOf, workspaceOf } from './support/memory-workspace';
import { Random } from './support/random';
import { AIMS, MISSING_JUSTIFICATION, UNAPPROVED_STATEMENT } from './support/small-texts';

const GOOD: Files = new Map([
  ['aims.yaml', AIMS],
  ['soa.yaml', UNAPPROVED_STATEMENT],
]);

/** Adds one file to the good ones; returns what is found in it, and whether the good ones are still read. */
function findingsIn(path: string, content: string | Uint8Array): { own: string[]; snapshot: Snapshot } {
  const { snapshot } = workspaceOf(new Map([...GOOD, [path, content]]));
  const rows = rowsOf(snapshot);
  ok(
    rows.some((row) => row.rule === MISSING_JUSTIFICATION && row.path === 'soa.yaml'),
    'soa.yaml keeps its finding',
  );
  return {
    own: rows.filter((row) => row.path === path).map((row) => `${row.line}:${row.column} ${row.rule}`),
    snapshot,
  };
}

const isAboutReading = (row: string) => / (?:syntax|limit)\//.test(row);

const HEAD = '---\nkind: ai-policy\nid: POL-001\ntitle: AI policy\n';
const YAML = 'kind: risk-register\nid: RR-001\ntitle: Risks\nrisks:\n  - id: R-1\n    title: One\n';

/** Name → path, content, and the only finding about reading it. */
const CASES: Readonly<Record<string, readonly [string, string | Uint8Array, string]>> = {
  'YAML with a bracket that is never closed': [
    'risks.yaml',
    `${YAML}    controls: [A.5.2\n  - id: R-2\n`,
    '7: syntax/yaml',
  ],
  'YAML with a tab as indentation': ['risks.yaml', `${YAML}\towner: x\n`, '7: syntax/yaml'],
  'YAML with a colon in a text': ['risks.yaml', `${YAML}    note: a: b\n`, '7: syntax/yaml'],
  'half a front matter': ['policy.md', `${HEAD}owner: Head of AI\n\n# AI policy\n\nText.\n`, '1: syntax/front-matter'],
  'half a front matter and nothing else': ['policy.md', HEAD, '1: syntax/front-matter'],
  'YAML in the front matter that cannot be read': [
    'policy.md',
    `${HEAD}owner: "Head of AI\nclassification: internal\n---\n\n# AI policy\n`,
    '5: syntax/yaml',
  ],
  'conflict markers': [
    'risks.yaml',
    `${YAML}<<<<<<< HEAD\n    owner: a\n=======\n    owner: b\n>>>>>>> other\n`,
    '7: syntax/conflict-marker',
  ],
  'conflict markers in Markdown': [
    'policy.md',
    `${HEAD}---\n\n# AI policy\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`,
    '9: syntax/conflict-marker',
  ],
  'a key twice': ['risks.yaml', `${YAML}title: Again\n`, '7: syntax/duplicate-key'],
  'a key twice in an entry': ['risks.yaml', `${YAML}    title: Again\n`, '7: syntax/duplicate-key'],
  'UTF-16 with a byte order mark': ['risks.yaml', Buffer.from(`\uFEFF${YAML}`, 'utf16le'), ''],
  'UTF-16, big end first': ['risks.yaml', Buffer.from(`\uFEFF${YAML}`, 'utf16le').swap16(), ''],
  'UTF-8 with a byte order mark': ['policy.md', `\uFEFF${HEAD}---\n\n# AI policy\n`, ''],
  'CRLF line ends': ['risks.yaml', YAML.replaceAll('\n', '\r\n'), ''],
  'CR line ends': ['risks.csv', 'id,title\rR-1,One\rR-2,Two\r', ''],
  'Latin-1': ['policy.md', Buffer.from(`${HEAD}owner: Händel\n---\n\n# AI policy\n`, 'latin1'), '5: syntax/encoding'],
  'a CSV with a quotation mark that is never closed': [
    'risks.csv',
    'id,title,likelihood,impact\nR-1,"One,1,2\nR-2,Two,1,2\n',
    '2: syntax/csv',
  ],
  'an alias to nothing': ['risks.yaml', `${YAML}    owner: *nobody\n`, '7: syntax/yaml'],
};

describe('bad input', () => {
  for (const [name, [path, content, expected]] of Object.entries(CASES)) {
    it(name, () => {
      const { own, snapshot } = findingsIn(path, content);
      deepEqual(
        own.filter(isAboutReading).map((row) => row.replace(/:\d+ /, ': ')),
        expected === '' ? [] : [expected],
      );
      if (expected === '' && !path.endsWith('.csv')) ok(snapshot.view.document(path), 'it is a document all the same');
    });
  }

  it('an empty file', () => {
    for (const path of ['risks.yaml', 'policy.md', 'risks.csv', 'empty.yml']) deepEqual(findingsIn(path, '').own, []);
  });

  it('an empty aims.yaml, and one that cannot be read', () => {
    const soa = GOOD.get('soa.yaml') ?? '';
    equal(
      rowsOf(
        workspaceOf(
          new Map([
            ['aims.yaml', ''],
            ['soa.yaml', soa],
          ]),
        ).snapshot,
      ).filter((row) => /^(?:syntax|configuration)\//.test(row.rule)).length,
      0,
    );
    for (const broken of ['frameworks: [', '- a\n- b\n', 'a: &x 1\nb: *y\n', '\u0000', '"']) {
      const rows = rowsOf(
        workspaceOf(
          new Map([
            ['aims.yaml', broken],
            ['soa.yaml', soa],
          ]),
        ).snapshot,
      );
      ok(
        rows.some((row) => row.path === 'aims.yaml'),
        JSON.stringify(broken),
      );
      ok(
        rows.some((row) => row.rule === MISSING_JUSTIFICATION),
        `soa.yaml is still read beside ${JSON.stringify(broken)}`,
      );
    }
  });

  it('a file of more than two megabytes is not read, and says so', () => {
    const { own, snapshot } = findingsIn('risks.yaml', `${YAML}    note: ${'x'.repeat(2_000_100)}\n`);
    deepEqual(own, ['1:1 limit/file-size']);
    ok(snapshot.uncheckable);
  });

  it('binary content under a Markdown name', () => {
    const random = new Random(42);
    const bytes = Uint8Array.from({ length: 50_000 }, () => random.number(0, 255));
    ok(findingsIn('picture.md', bytes).own.length <= 1);
    const head = Buffer.from(`${HEAD}---\n\n`);
    const { own } = findingsIn('picture.md', Buffer.concat([head, bytes]));
    equal(own.filter(isAboutReading).length, 1, own.join('\n'));
  });

  const QUICK: Readonly<Record<string, readonly [string, string]>> = {
    'deep nesting of brackets': ['risks.yaml', `${YAML}    note: ${'['.repeat(20_000)}\n`],
    'deep nesting of closed brackets': ['risks.yaml', `${YAML}    note: ${'['.repeat(3_000)}${']'.repeat(3_000)}\n`],
    'deep nesting of maps': [
      'risks.yaml',
      `${YAML}    note:\n${Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth + 3)}a:\n`).join('')}`,
    ],
    'deep nesting of quotes and lists': ['policy.md', `${HEAD}---\n\n${'> '.repeat(500)}x\n\n${'- '.repeat(500)}x\n`],
    'deep nesting of emphasis': ['policy.md', `${HEAD}---\n\n${'*a **b '.repeat(800)}\n`],
    'an alias bomb': [
      'risks.yaml',
      `${YAML}a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]\n`)
        .join('')}`,
    ],
    'an alias inside itself': ['risks.yaml', `${YAML}a: &a\n  b: *a\n`],
    'many pipes': ['policy.md', `${HEAD}---\n\n${'|'.repeat(30_000)}\n${'|-'.repeat(15_000)}\n${'|'.repeat(30_000)}\n`],
    'a table of many columns and rows': [
      'policy.md',
      `${HEAD}---\n\n|${'a|'.repeat(300)}\n|${'-|'.repeat(300)}\n${`|${'x|'.repeat(300)}\n`.repeat(100)}`,
    ],
    'many brackets': ['policy.md', `${HEAD}---\n\n${'['.repeat(5_000)}\n\n${'![]('.repeat(2_000)}\n`],
    'many backticks': [
      'policy.md',
      `${HEAD}---\n\n${Array.from({ length: 300 }, (_, count) => '`'.repeat(count)).join(' ')}\n`,
    ],
    'many quotation marks in CSV': ['risks.csv', `id,title,likelihood,impact\n${'"'.repeat(60_001)}\n`],
    'one long line of words': ['policy.md', `${HEAD}---\n\n${'objectives A.6.2.4 relevant, '.repeat(8_000)}\n`],
    'one long word': [
      'policy.md',
      `${HEAD}---\n\n${'a-1'.repeat(60_000)}\n\n${'1.'.repeat(50_000)}\n\n${'_'.repeat(50_000)}\n\n${'{{'.repeat(30_000)}\n`,
    ],
    'many spaces': ['policy.md', `${HEAD}---\n\nx${' '.repeat(100_000)}x\n\n**a${' '.repeat(100_000)}:\n`],
    'spaces in a value': [
      'risks.yaml',
      `${YAML}    note: "x${' '.repeat(100_000)}x"\n    owner: a${' '.repeat(50_000)}#\n`,
    ],
    'link definitions by the thousand': [
      'policy.md',
      `${HEAD}---\n\n${Array.from({ length: 1_500 }, (_, index) => `[l${index}]: a${index}.md`).join('\n')}\n\n${'[x][l1] '.repeat(200)}\n`,
    ],
    'line separators and control characters': [
      'policy.md',
      `${HEAD}---\n\n# A\u2028B\u0000C\u0007\n\n|a|\u0085\n|-|\n`,
    ],
  };
  for (const [name, [path, content]] of Object.entries(QUICK)) {
    it(`${name}: read in seconds, at most one finding about reading it`, function () {
      this.timeout(15_000);
      const { own } = findingsIn(path, content);
      ok(own.filter(isAboutReading).length <= 1, own.join('\n'));
    });
  }

  it('random bytes in place of any document never throw', () => {
    const random = new Random(7);
    const { workspace } = workspaceOf(GOOD);
    for (let round = 0; round < 200; round++) {
      const signs = [
        '|',
        '-',
        ':',
        '\n',
        ' ',
        '#',
        '`',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '>',
        '<',
        '*',
        '&',
        '!',
        '%',
        '\t',
        'a',
        'A.5.2',
        'id',
        '\r',
        '\\',
        '---\n',
        'kind: record\n',
        '\u0000',
      ];
      const text = random.join(0, 80, '', () => random.pick(signs));
      giveFiles(
        workspace,
        new Map([
          ...GOOD,
          ['risks.yaml', YAML + text],
          ['policy.md', `${HEAD}---\n${text}`],
          ['half.md', HEAD + text],
          ['risks.csv', `id,title,likelihood,impact\n${text}`],
        ]),
      );
      const snapshot = workspace.updateNow();
      deepEqual([...snapshot.failedRules], [], text);
      rowsOf(snapshot);
      coverageOf(snapshot);
    }
  });
});
