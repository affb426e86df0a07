// Editor, browser and command line report the same findings for the same files.
import { deepEqual, ok } from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import type { JsonRow } from './reports/check-run';
import { runCommand } from './support/command-line';
import { exampleFolders, filesBelow } from './support/folders';
import { LanguageClient, type Transport } from './support/language-client';
import { TODAY } from './support/memory-workspace';
import { TestFolder } from './support/test-folder';

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

function shown(path: string, { code, severity, range: { start, end }, message }: Diagnostic): string {
  return `${path}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${SEVERITIES[severity ?? 0]} ${code} ${message}`;
}

async function published(transport: Transport, folder: TestFolder, expected: readonly string[]): Promise<string[]> {
  const client = await LanguageClient.start(transport, folder);
  const now = () => [...client.all()].flatMap(([path, list]) => list.map((each) => shown(path, each))).sort();
  try {
    // What was looked up outside the root comes a moment later; with a difference the comparison shows it.
    await client
      .until('the findings of the command line', () => now().join('\n') === expected.join('\n'))
      .catch(() => undefined);
    return now();
  } finally {
    client.kill();
  }
}

/** Files that show what differs most between hosts: encodings, line ends, links out of the root, odd names. */
const ODD: readonly (readonly [string, string | Uint8Array])[] = [
  [
    'aims.yaml',
    'organization: Example\nframeworks: [iso-42001]\nrules:\n  soa/missing-control: off\nexceptions:\n  - { rule: soa/no-owner, at: "soa.yaml#A.2.2", reason: "" }\n',
  ],
  [
    'soa.yaml',
    Buffer.from(
      '\uFEFFkind: statement-of-applicability\r\nid: SOA-1\r\nframework: iso-42001\r\ncontrols:\r\n  - id: A.2.2\r\n    applicable: yes\r\n    evidence: [../outside.md, "b ü.md", "missing.pdf", "B Ü.MD"]\r\n',
      'utf16le',
    ),
  ],
  [
    'b ü.md',
    '---\nkind: ai-policy\nid: POL-1\ntitle: 🙂 Policy\n---\n\n# 🙂 Policy {{name}}\n\nSee [this](../outside.md), [that](../../far.md) and [x](nowhere.md#y).\n',
  ],
  ['latin.md', Buffer.from('---\nkind: policy\ntitle: Händel\n---\n\n# Policy\n', 'latin1')],
  ['broken.yaml', 'kind: risk-register\nrisks:\n  - id: R-1\n   title: x\n  - id: R-2\n'],
  ['risks.csv', 'id;title;likelihood;impact\r"R-1";"a;b";5;5\rR-1;twice;5;5\r'],
  ['node_modules/a/soa.yaml', 'kind: statement-of-applicability\n'],
  [
    'aims-baseline.yaml',
    'findings:\n  - { rule: soa/missing-justification, path: soa.yaml, where: A.2.2.justification, reason: agreed }\n  - { rule: reference/broken-link, path: "b ü.md", where: "", reason: agreed, until: 2026-01-01 }\n  - { rule: id/duplicate, path: risks.csv, where: R-1.id (2), reason: "" }\n  - none\n',
  ],
  ['sub/aims.yaml', 'organization: Other\n'],
  ['sub/soa.yaml', 'kind: statement-of-applicability\nid: SOA-1\ncontrols:\n  - id: A.5.2\n'],
  ['big.md', `---\nkind: record\ntitle: Big\n---\n\n${'x'.repeat(2_000_001)}\n`],
  ['.hidden/policy.md', '---\nkind: policy\ntitle: Hidden\n---\n'],
];

describe('parity', () => {
  const folders: [string, () => Iterable<readonly [string, string | Uint8Array]>][] = [
    ...exampleFolders().map((folder): [string, () => Map<string, Uint8Array>] => [folder, () => filesBelow(folder)]),
    ['a folder of odd files', () => ODD],
  ];
  for (const [name, files] of folders) {
    it(`of both servers and the command line on ${name}`, async function () {
      this.timeout(120_000);
      const folder = new TestFolder(files());
      try {
        // The command line reads the nearest root only; a root inside is asked for by itself.
        const printed = ['', ...(name.startsWith('a folder') ? ['sub'] : [])].flatMap((below) => {
          const { stdout } = runCommand([
            'check',
            below === '' ? folder.path : `${folder.path}/${below}`,
            '--format',
            'json',
            '--today',
            TODAY,
          ]);
          const { findings } = JSON.parse(stdout) as { findings: JsonRow[] };
          return findings.map(
            ({ path, line, column, endLine, endColumn, severity, rule, message }) =>
              `${below === '' ? '' : `${below}/`}${path}:${line}:${column}-${endLine}:${endColumn} ${severity} ${rule} ${message}`,
          );
        });
        const expected = printed.sort();
        ok(expected.length > 0);
        for (const transport of ['stdio', 'worker'] as const) {
          const got = await published(transport, folder, expected);
          const [more, less] = [
            got.filter((each) => !expected.includes(each)),
            expected.filter((each) => !got.includes(each)),
          ];
          deepEqual(
            { transport, more, less, count: got.length },
            { transport, more: [], less: [], count: expected.length },
          );
        }
      } finally {
        folder.dispose();
      }
    });
  }
});
