// Where the example can be broken: which fields, dates, references, files and states matter.

/** Where a field stands: in all entries of a register, in a column of a table or CSV, or in the facts of a document. */
type Fields = readonly (readonly [path: string, fields: string])[];

/** What an entry of a register is expected to say (`of.AIS-001` narrows to entries). */
export const NEEDED_IN_ENTRIES: Fields = [
  ['soa.yaml', 'applicable justification status id implementation evidence'],
  ['risk/risk-register.yaml', 'level owner treatment residual accepted_by accepted_on'],
  ['risk/treatment-plan.yaml', 'action due risk'],
  ['systems/inventory.yaml', 'purpose owner roles lifecycle human_oversight tier basis decided_by decided_on'],
  ['systems/models.yaml', 'version'],
  ['systems/datasets.yaml', 'provenance legal_basis'],
  ['partners/suppliers.yaml', 'responsibilities contract due_diligence'],
  ['operation/incident-log.yaml', 'date systems cause'],
  ['improvement/nonconformities.yaml', 'cause action owner due effectiveness'],
];

/** The same, in the columns of tables and CSV. */
export const NEEDED_IN_TABLES: Fields = [
  ['organisation/roles.md', 'holder'],
  ['organisation/objectives.md', 'owner due'],
  ['operation/monitoring-plan.md', 'method frequency owner'],
  ['audit/2026-10-management-review.md', 'owner due'],
  ['organisation/competence.csv', 'evidence due'],
];

/** What a document is expected to say about itself. */
export const NEEDED_OF_DOCUMENTS: Fields = [
  ['soa.yaml', 'approved_by approved_on owner version next_review'],
  ['risk/treatment-plan.yaml', 'approved_by approved_on'],
  ['context/scope.md', 'approved_by approved_on owner version'],
  ['policies/ai-policy.md', 'approved_by approved_on owner next_review version'],
  ['policies/human-oversight.md', 'approved_by approved_on owner'],
  ['procedures/incidents.md', 'approved_by approved_on'],
  ['operation/monitoring-plan.md', 'approved_by approved_on'],
  ['assessments/AIA-001-triage-support.md', 'approved_by approved_on decision assessed_on systems assessors'],
  ['assessments/AIA-004-meridian-assist.md', 'approved_by approved_on decision systems'],
  ['audit/2026-06-audit-report.md', 'held_on'],
  ['audit/2026-10-management-review.md', 'held_on attendees'],
  ['records/2026-10-risk-assessment.md', 'date author'],
  ['risk/risk-register.yaml', 'owner'],
];

/** Fields that some entries may leave out: only those that match have to fill them. */
export const NEEDED_WHERE: Readonly<Record<string, RegExp>> = {
  'partners/suppliers.yaml contract': /systems: \[.*AIS-00[12]/,
  'risk/risk-register.yaml residual': /treatment: modify/,
  'operation/incident-log.yaml cause': /severity: high/,
  'improvement/nonconformities.yaml action': /status: in_progress/,
  'improvement/nonconformities.yaml owner': /status: in_progress/,
  'improvement/nonconformities.yaml due': /status: in_progress/,
  'risk/treatment-plan.yaml action': /status: in_progress/,
  'risk/treatment-plan.yaml due': /status: in_progress/,
  'audit/2026-10-management-review.md owner': /\| open \|/,
  'audit/2026-10-management-review.md due': /\| open \|/,
  'organisation/objectives.md owner': /\| — \|/,
  'organisation/objectives.md due': /\| — \|/,
};

/** Values that cannot be right: the field, and what a hurried hand wrote. */
export const WRONG_VALUES: readonly (readonly [path: string, field: string, value: string])[] = [
  ['soa.yaml', 'status', 'implementd'],
  ['soa.yaml', 'applicable', 'perhaps'],
  ['risk/risk-register.yaml', 'level', 'gigantic'],
  ['risk/risk-register.yaml', 'residual', 'critical'],
  ['risk/risk-register.yaml', 'treatment', 'ignore it'],
  ['risk/risk-register.yaml', 'impact', 'awful'],
  ['systems/inventory.yaml', 'lifecycle', 'live-ish'],
  ['systems/inventory.yaml', 'tier', 'highest'],
  ['systems/inventory.yaml', 'tier', 'prohibited'],
  ['systems/inventory.yaml', 'basis', 'Annex IX 4'],
  ['operation/incident-log.yaml', 'severity', 'terrible'],
  ['risk/treatment-plan.yaml', 'status', 'nearly'],
];

/** Dates moved to where they contradict today, the approval or each other. */
export const WRONG_DATES: readonly (readonly [path: string, field: string, date: string])[] = [
  ['soa.yaml', 'next_review', '2026-11-01'],
  ['soa.yaml', 'approved_on', '2027-10-29'],
  ['soa.yaml', 'approved_on', '2026-02-30'],
  ['soa.yaml', 'target_date', '2026-10-31'],
  ['policies/ai-policy.md', 'next_review', '2026-10-01'],
  ['policies/data-for-ai.md', 'next_review', '2025-03-19'],
  ['procedures/incidents.md', 'approved_on', '2027-01-01'],
  ['context/scope.md', 'next_review', '2026-02-01'],
  ['risk/risk-register.yaml', 'next_review', '2026-10-01'],
  ['risk/risk-register.yaml', 'accepted_on', '2026-13-01'],
  ['risk/risk-register.yaml', 'accepted_on', '2027-10-29'],
  ['risk/treatment-plan.yaml', 'due', '2026-11-01'],
  ['systems/inventory.yaml', 'decided_on', '2027-08-31'],
  ['systems/inventory.yaml', 'decided_on', '2025-01-15'],
  ['systems/inventory.yaml', 'last_change', '31/02/2026'],
  ['assessments/AIA-001-triage-support.md', 'next_review', '2026-10-01'],
  ['assessments/AIA-002-wound-view.md', 'assessed_on', '2027-08-11'],
  ['assessments/AIA-004-meridian-assist.md', 'assessed_on', '04/05/2026'],
  ['assessments/AIA-005-code-assistant.md', 'next_review', '2026-09-01'],
  ['audit/2026-06-audit-report.md', 'held_on', '2027-06-11'],
  ['audit/2026-10-management-review.md', 'held_on', '2024-10-27'],
  ['partners/suppliers.yaml', 'next_review', '2026-07-01'],
  ['partners/suppliers.yaml', 'contract_until', '2026-06-30'],
  ['operation/incident-log.yaml', 'closed_on', '2026-01-02'],
  ['improvement/nonconformities.yaml', 'closed_on', '2026-01-02'],
  ['operation/concern-log.yaml', 'date', '2027-04-22'],
  ['records/2026-10-risk-assessment.md', 'date', '2028-10-22'],
];

/** References that stand in fields, with what they are misspelt to. */
export const REFERENCES: readonly (readonly [path: string, pattern: RegExp, instead: string])[] = [
  ['soa.yaml', /^ {4}risks: .*(R-\d+)/, 'R-099'],
  ['soa.yaml', /ref: (records\/[\w./-]+)/, 'records/no-such-file.md'],
  ['soa.yaml', /implementation: .*\]\(([\w./-]+)(?:#[\w-]+)?\)/, 'policies/gone.md'],
  ['soa.yaml', /\.md#([\w-]+)/, 'no-such-heading'],
  ['risk/risk-register.yaml', /systems: \[(AIS-\d+)/, 'AIS-099'],
  ['risk/risk-register.yaml', /controls: \[(A[\d.]+)/, 'A.6.9.9'],
  ['risk/treatment-plan.yaml', /risk: (R-\d+)/, 'R-0999'],
  ['risk/treatment-plan.yaml', /controls: \[(A[\d.]+)/, 'A.11.2'],
  ['systems/inventory.yaml', /models: \[(M-\d+)/, 'M-099'],
  ['systems/inventory.yaml', /datasets: \[(DS-\d+)/, 'DS-099'],
  ['systems/inventory.yaml', /suppliers: \[(SUP-\d+)/, 'SUP-099'],
  ['systems/models.yaml', /supplier: (SUP-\d+)/, 'SUP-0O1'],
  ['systems/resources.yaml', /systems: \[(AIS-\d+)/, 'AIS-100'],
  ['partners/suppliers.yaml', /systems: \[(AIS-\d+)/, 'AIS-1OO'],
  ['operation/incident-log.yaml', /systems: \[(AIS-\d+)/, 'AIS-031'],
  ['operation/changes.yaml', /systems: \[(AIS-\d+)/, 'AIS-032'],
  ['operation/concern-log.yaml', /systems: \[(AIS-\d+)/, 'AIS-033'],
  ['operation/monitoring-plan.md', /\| (AIS-\d+) \|/, 'AIS-034'],
  ['operation/monitoring-results.csv', /^(MET-\d+)/, 'MET-909'],
  ['partners/customer-commitments.md', /\| (AIS-\d+)/, 'AIS-035'],
  ['organisation/competence.csv', /(\.\.\/records\/[\w./-]+)/, '../records/training/lost.md'],
  ['organisation/objectives.md', /\| (POL-\d+) \|$/, 'POL-901'],
  ['documents/document-register.yaml', /document: ([A-Z]+-[\w-]+)/, 'POL-0001'],
  ['documents/document-register.yaml', /path: (\.\.\/[\w./-]+)/, '../policies/no-policy.md'],
  ['improvement/nonconformities.yaml', /control: (A[\d.]+)/, 'A.6.2.44'],
  ['assessments/AIA-002-wound-view.md', /systems: \[(AIS-\d+)/, 'AIS-022'],
  ['assessments/AIA-006-support-router.md', /controls: \[(A[\d.]+)/, 'A.5.55'],
  ['audit/audit-programme.md', /\]\(([^)]+)\)/, '../records/training/nobody.md'],
  ['policies/ai-policy.md', /\]\(([^)]+)\)/, 'nowhere.md'],
  ['context/scope.md', /\]\(([^)]+)\)/, '../systems/inventry.yaml'],
  ['procedures/risk-management.md', /\]\(([^)]+)\)/, '../soa.yml'],
  ['records/triage/release-checklist.md', /controls: \[(A[\d.]+)/, 'A.6.2.50'],
  ['records/assist/release-checklist.md', /systems: \[(AIS-\d+)/, 'AIS-0003'],
];

/** Files that others link to, or that the management system cannot do without. */
export const FILES = [
  'context/scope.md',
  'policies/ai-policy.md',
  'policies/use-of-ai.md',
  'procedures/life-cycle-and-release.md',
  'procedures/impact-assessment.md',
  'risk/risk-register.yaml',
  'risk/risk-criteria.md',
  'soa.yaml',
  'systems/inventory.yaml',
  'systems/models.yaml',
  'organisation/objectives.md',
  'organisation/competence.csv',
  'assessments/AIA-001-triage-support.md',
  'audit/audit-programme.md',
  'audit/2026-06-audit-report.md',
  'audit/2026-10-management-review.md',
  'records/triage/validation-report.md',
  'records/computing-2026-10.txt',
  'records/training/2026-09-awareness-attendance.csv',
  'operation/monitoring-results.csv',
  'partners/suppliers.yaml',
] as const;

/** Registers whose entries others name. */
export const NAMED_ENTRIES = [
  'soa.yaml',
  'risk/risk-register.yaml',
  'systems/inventory.yaml',
  'systems/models.yaml',
  'systems/datasets.yaml',
  'partners/suppliers.yaml',
  'documents/document-register.yaml',
  'operation/concern-log.yaml',
];
/** The same for tables, where what others name stands in this column; only rows that match are named. */
export const NAMED_ROWS: readonly (readonly [path: string, column: string, where: RegExp])[] = [
  ['operation/monitoring-plan.md', 'id', /MET/],
  ['audit/audit-programme.md', 'id', /AUD-2026/],
  ['organisation/roles.md', 'role', /lead|Head|steward|Operations/],
];

/** What an assessment looked at, with something else. */
export const SUSPECT_FIELDS: readonly (readonly [field: string, value: string])[] = [
  ['purpose', 'Decides which patient is seen first.'],
  ['intended_use', 'Children as well as adults, in any language.'],
  ['autonomy', 'Acts by itself.'],
  ['human_oversight', 'Nobody looks at single cases.'],
  ['models', '[M-005]'],
  ['roles', '[provider, deployer, importer]'],
  ['tier', 'undetermined'],
];

/** What stands where nobody has written yet. */
export const PLACEHOLDERS = ['TBD', '[describe what was decided]', '{{to be filled}}', 'YYYY-MM-DD', '____'];

/** Sections that have to say something. */
export const NEEDED_SECTIONS: Readonly<Record<string, readonly string[]>> = {
  'policies/ai-policy.md': ['Purpose', 'Scope', 'Commitments', 'Roles'],
  'procedures/incidents.md': ['Purpose', 'Scope', 'Responsibilities'],
  'context/scope.md': ['What is outside, and why', 'What is inside'],
  'audit/2026-09-audit-report.md': ['Findings', 'Conclusion'],
};

/** Documents that are not what others take them for. */
export const DOCUMENT_STATES: readonly (readonly [path: string, field: string, value: string])[] = [
  ['assessments/AIA-001-triage-support.md', 'status', 'draft'],
  ['assessments/AIA-002-wound-view.md', 'status', 'in_review'],
  ['assessments/AIA-004-meridian-assist.md', 'status', 'retired'],
  ['assessments/AIA-005-code-assistant.md', 'decision', 'do_not_proceed'],
  ['policies/ai-policy.md', 'status', 'draft'],
  ['policies/ai-policy.md', 'version', '"1.0"'],
  ['policies/human-oversight.md', 'status', 'retired'],
  ['procedures/impact-assessment.md', 'status', 'draft'],
  ['procedures/life-cycle-and-release.md', 'status', 'retired'],
  ['risk/treatment-plan.yaml', 'status', 'draft'],
  ['soa.yaml', 'status', 'approvd'],
  ['context/scope.md', 'kind', 'aims-scop'],
  ['context/scope.md', 'status', 'retired'],
  ['policies/data-for-ai.md', 'id', 'POL-002'],
  ['assessments/AIA-001-triage-support.md', 'depth', 'screening'],
  ['audit/2026-09-audit-report.md', 'auditor', 'Fatima El Amrani'],
  ['records/responsibility-matrix.md', 'status', 'draft'],
];

/** Systems in a state that asks for more, or for nothing any longer. */
export const SYSTEM_STATES: readonly (readonly [name: string, field: string, value: string])[] = [
  ['AIS-005', 'lifecycle', 'operation'],
  ['AIS-005', 'lifecycle', 'verification'],
  ['AIS-001', 'lifecycle', 'retired'],
  ['AIS-003', 'tier', 'prohibited'],
  ['AIS-001', 'in_scope', 'false'],
  ['AIS-001', 'tier', 'minimal'],
  ['AIS-007', 'lifecycle', 'operation'],
  ['AIS-003', 'transparency', ''],
];
