// What leaves a control without a grade of what is shown, line by line: unknown, none, excluded.
import {
  BROKEN_RISKS,
  CONTROL,
  EXCLUDED,
  itGrades,
  NO_EVIDENCE,
  PROCEDURE,
  RECORD,
  ROW,
  TYPICAL,
} from './support/control-cases';
import { type Given, procedure, riskRegister, statement, yamlText } from './support/small-system';

const plan = (fields: Given) =>
  yamlText({ kind: 'risk-treatment-plan', id: 'RTP-1', treatments: [{ id: 'T-1', risk: 'R-1', ...fields }] });

describe('the grade of a control', () => {
  itGrades({
    unknown: [
      TYPICAL.unknown,
      {
        title: 'nothing decides the framework',
        head: { framework: undefined },
        files: { 'aims.yaml': 'organization: Example\n' },
      },
      {
        title: 'two control frameworks are in use and nothing says which',
        head: { framework: undefined },
        files: { 'aims.yaml': 'frameworks: [iso-42001, iso-27001]\n' },
      },
      { title: 'the decision is neither yes nor no', row: { applicable: 'perhaps' }, names: /perhaps/ },
      {
        title: 'the row itself cannot be read',
        files: {
          'soa.yaml': `${statement([])}`.replace('controls: []', `controls:\n  - id: ${CONTROL}\n    owner: [\n`),
        },
        names: /soa\.yaml/,
      },
      { title: 'it is excluded and yet implemented', rows: [{ ...EXCLUDED, status: 'implemented' }] },
      { title: 'it is excluded and yet has evidence', rows: [{ ...EXCLUDED, evidence: [RECORD] }] },
      { title: 'two rows decide for all systems', rows: [ROW, { ...ROW, applicable: false, justification: 'No.' }] },
      {
        title: 'two rows decide for the same system',
        rows: [
          { ...ROW, systems: ['AIS-001', 'AIS-002'] },
          { ...EXCLUDED, systems: ['AIS-002'] },
        ],
      },
      {
        title: 'a document given as evidence cannot be read in full',
        files: {
          [RECORD]: `---\nkind: record\nid: REC-1\ndate: 2026-08-14\ntitle: "Validation\n---\n\n# Validation\n`,
        },
        names: /records\/validation\.md/,
      },
      {
        title: 'a register given as evidence cannot be read in full',
        row: { evidence: [{ ref: 'risks.yaml' }] },
        files: { 'risks.yaml': BROKEN_RISKS },
        names: /risks\.yaml/,
      },
      {
        title: 'it is excluded and the risk register, which may name it, cannot be read in full',
        rows: [EXCLUDED],
        files: { 'risks.yaml': BROKEN_RISKS },
        names: /risks\.yaml/,
      },
    ],
    none: [
      TYPICAL.none,
      { title: 'there is no statement', files: { 'soa.yaml': null } },
      { title: 'nobody has decided', row: { applicable: undefined } },
      { title: 'the decision is a placeholder', row: { applicable: '{{true or false}}' } },
      { title: 'it is excluded without a reason', rows: [{ ...EXCLUDED, justification: undefined }] },
      {
        title: 'it is excluded with a placeholder',
        rows: [{ ...EXCLUDED, justification: '{{why it does not apply}}' }],
      },
      { title: 'it is excluded with a stock phrase', rows: [{ ...EXCLUDED, justification: 'Not applicable' }] },
      {
        title: 'it applies, but nothing is linked and nothing says how',
        row: { implementation: undefined, evidence: undefined },
      },
      { title: 'it applies, and how is a placeholder', row: { implementation: 'TBD', evidence: [] } },
      {
        title: 'a document only mentions it in its text',
        row: { implementation: undefined, evidence: undefined },
        files: { [PROCEDURE]: procedure({}, `This serves ${CONTROL}.`) },
      },
      {
        title: 'it is excluded and an open risk names it',
        rows: [EXCLUDED],
        files: { 'risks.yaml': riskRegister({ controls: [CONTROL] }) },
        names: /R-1/,
      },
      {
        title: 'it is excluded and a risk names it in a range',
        rows: [EXCLUDED],
        files: { 'risks.yaml': riskRegister({ controls: 'A.6.2.2–A.6.2.8' }) },
        names: /R-1/,
      },
      {
        title: 'it is excluded and a treatment names it',
        rows: [EXCLUDED],
        files: { 'plan.yaml': plan({ controls: [CONTROL], status: 'planned' }) },
        names: /R-1/,
      },
      {
        title: 'all links lead nowhere',
        row: { implementation: '[Release](procedures/gone.md)', evidence: ['records/gone.md'] },
        names: /does not exist/,
      },
      {
        title: 'all that is linked is retired',
        row: NO_EVIDENCE,
        files: { [PROCEDURE]: procedure({ status: 'retired' }) },
      },
      {
        title: 'all that is linked is replaced',
        row: NO_EVIDENCE,
        files: {
          'procedures/new.md': procedure({ id: 'PRO-2', supersedes: 'PRO-1', approved_on: '2026-06-01' }),
        },
      },
      { title: 'the only statement is retired', head: { status: 'retired' } },
      { title: 'the only statement is a template', head: { status: 'template' } },
    ],
    excluded: [
      TYPICAL.excluded,
      { title: 'it is excluded in a statement that is still a draft', rows: [EXCLUDED], head: { status: 'draft' } },
      {
        title: 'only a closed risk names it',
        rows: [EXCLUDED],
        files: { 'risks.yaml': riskRegister({ controls: [CONTROL], status: 'closed' }) },
      },
      {
        title: 'an open risk names another control',
        rows: [EXCLUDED],
        files: { 'risks.yaml': riskRegister({ controls: ['A.6.2.5'] }) },
      },
      {
        title: 'only a cancelled treatment names it',
        rows: [EXCLUDED],
        files: { 'plan.yaml': plan({ controls: [CONTROL], status: 'cancelled' }) },
      },
      {
        title: 'a risk relies on the control of the same number in ISO/IEC 27001',
        control: 'A.5.2',
        rows: [{ ...EXCLUDED, id: 'A.5.2' }],
        files: { 'risks.yaml': riskRegister({ controls: ['27001:A.5.2'] }) },
      },
      {
        title: 'the row of another control cannot be read',
        files: { 'soa.yaml': `${statement([EXCLUDED])}  - id: [\n` },
      },
    ],
  });
});
