// What people rightly do and a strict reader might call wrong: none of it may bring a new error or warning.
import { deepEqual, ok } from 'node:assert/strict';
import { textsBelow } from './support/folders';
import { rowsOf, workspaceOf } from './support/memory-workspace';

const EXAMPLE = textsBelow('examples/meridian');
type Change = readonly [path: string, from: string | RegExp | undefined, to: string];

const justification = (control: string): RegExp =>
  new RegExp(`(id: ${control.replaceAll('.', '\\.')}\\n[\\s\\S]*?justification: ).*`);

/** Situations that a lead auditor finds normal. That records have no next review and owners are roles the example shows itself. */
const SITUATIONS: Readonly<Record<string, readonly Change[]>> = {
  'a short reason for an exclusion': [
    ['soa.yaml', justification('A.7.2'), '$1We develop no models; DSR-001 is for tests.'],
    ['soa.yaml', justification('A.6.2.3'), '$1We design no systems.'],
  ],
  'one reason for a group of exclusions': [
    ['soa.yaml', justification('A.7.2'), '$1We train no model and label no data; DSR-001 holds tests only.'],
    ['soa.yaml', justification('A.7.6'), '$1We train no model and label no data; DSR-001 holds tests only.'],
  ],
  '"Mandatory because …" followed by the reason': [
    [
      'soa.yaml',
      justification('A.6.2.4'),
      '$1Mandatory because Triage Support is high-risk and its provider has to verify it before release (R-002).',
    ],
  ],
  'evidence that lies outside Git': [
    [
      'soa.yaml',
      '- { ref: records/triage/model-card.md, date: 2026-08-21 }',
      '- { ref: "https://dms.meridian.example/doc/4711", date: 2026-08-21 }\n      - { ref: "Signed release form, quality office, folder 12", date: 2026-08-21 }',
    ],
  ],
  'roles as owners': [
    ['risk/risk-register.yaml', /owner: Head of engineering/g, 'owner: Head of Engineering and Operations'],
  ],
  'no nonconformity yet, and somebody looked': [
    [
      'improvement/nonconformities.yaml',
      /[\s\S]*/,
      'kind: nonconformity-register\nid: NCR-001\ntitle: Nonconformities and corrective actions\nowner: AI governance lead\nreviewed: 2026-11-05\nclauses: ["10.2"]\nnonconformities: []\n',
    ],
  ],
  'an earlier version in an archive': [
    [
      'archive/ai-policy-1.0.md',
      undefined,
      '---\nkind: ai-policy\nid: POL-001-1.0\ntitle: AI policy\nversion: "1.0"\nstatus: retired\nowner: Chief executive\nnext_review: 2024-01-01\n---\n# AI policy\n\nTBD\n\n[gone](../no/such/file.md)\n',
    ],
  ],
  'headings in German': [
    ['assessments/AIA-005-code-assistant.md', /^## Foreseeable misuse/m, '## Vorhersehbarer Missbrauch'],
    ['assessments/AIA-005-code-assistant.md', /^## Affected people/m, '## Betroffene Personen'],
  ],
  'a system whose name is common words in the text': [
    [
      'records/2026-09-policy-review.md',
      /$/,
      '\nThe assistant helped with the notes, and triage was discussed; version 2.1 of the form will follow.\n',
    ],
  ],
};

/** Errors and warnings that are new against the example as it is. */
function newFindings(changes: readonly Change[]): string[] {
  const texts = new Map(EXAMPLE);
  for (const [path, from, to] of changes) {
    const before = texts.get(path) ?? '';
    const after = from === undefined ? to : before.replace(from, to);
    ok(after !== before, `${path}: ${from} is not there`);
    texts.set(path, after);
  }
  return (
    rowsOf(workspaceOf(texts).snapshot)
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      // The example's audits found nonconformities: that their register is empty then is a true finding, at the audits.
      .filter(({ rule }) => rule !== 'audit/finding-untracked')
      .map(({ rule, path, line, message }) => `${path}:${line} ${rule} ${message}`)
  );
}

describe('no false alarm', () => {
  it('in the example as it is', () => deepEqual(newFindings([]), []));
  for (const [title, changes] of Object.entries(SITUATIONS))
    it(`for ${title}`, () => deepEqual(newFindings(changes), []));
});
