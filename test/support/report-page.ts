import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** A browser without a window; the page it shows is what a person sees. */
export async function startBrowser(): Promise<Browser> {
  const own = pathToFileURL(resolve('build/chromium.mjs')).href;
  const found = (await import(own)) as { ensureChromium(): string; readonly CHROMIUM_ARGUMENTS: readonly string[] };
  return chromium.launch({ executablePath: found.ensureChromium(), args: [...found.CHROMIUM_ARGUMENTS] });
}

/** A hostile folder: markup, addresses, control characters and directions of text wherever words of a user stand. */
export const HOSTILE = {
  markup: '</title></td><script>window.hit=1</script><img src=x onerror="window.hit=1">',
  attribute: `" onmouseover="window.hit=1" x='`,
  address: 'javascript:window.hit=1',
  escape: '\u001b[31mred\u0007\u009b',
  direction: 'invoice\u202efdp.exe\u2066',
} as const;

/** The files of such a folder. */
export function hostileFiles(): [string, string][] {
  const { markup, attribute, address, escape, direction } = HOSTILE;
  const all = JSON.stringify([markup, attribute, address, direction].join(' '));
  // YAML itself forbids control characters, except where they are escaped.
  const words = JSON.stringify(`${markup} ${attribute} ${address} ${escape} ${direction}`).replace(/\u009b/, '\\u009b');
  return [
    ['aims.yaml', `organization: ${all}\nframeworks: [iso-42001]\n`],
    [
      'soa.yaml',
      `kind: statement-of-applicability
title: ${words}
status: draft
owner: ${words}
framework: iso-42001
controls:
  - id: A.2.2
    applicable: true
    justification: ${words}
    owner: ${words}
    implementation: ${words}
    evidence:
      - ${JSON.stringify(address)}
      - ${words}
      - { ref: "https://example.org/a?b=\\"><script>window.hit=1</script>", date: 2026-05-01 }
      - { ref: "https://example.org/evidence?a=1&b=2", date: 2026-05-01 }
  - id: ${JSON.stringify(`OWN-1${markup}`)}
    source: own
    applicable: true
    justification: ${words}
`,
    ],
    [
      'systems.yaml',
      `kind: ai-system-inventory
title: ${words}
systems:
  - id: ${JSON.stringify(`AIS-1${markup}`)}
    name: ${words}
    purpose: ${words}
    roles: [provider]
    lifecycle: operation
    ai_act: { tier: high, basis: ${words}, decided_by: ${words}, decided_on: 2026-01-01 }
`,
    ],
    [
      'risks.yaml',
      `kind: risk-register
title: ${words}
risks:
  - id: ${JSON.stringify(`R-1${markup}`)}
    title: ${words}
    likelihood: likely
    impact: severe
    level: ${JSON.stringify(`high${attribute}`)}
    owner: ${words}
    residual: ${words}
    accepted_by: ${words}
`,
    ],
    [
      'scope.md',
      `---\nkind: aims-scope\ntitle: ${words}\n---\n# Scope\n\n## Boundaries\nEverything <script>window.hit=1</script> [here](javascript:window.hit=1) and **there**.\n`,
    ],
    [`records/${attribute.replace(/["'\s]/g, '_')}<b>.md`, `---\nkind: record\ntitle: ${words}\n---\n# ${markup}\n`],
  ];
}
