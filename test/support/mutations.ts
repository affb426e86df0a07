// Ways to break the example: every kind of mistake, at every place that a seeded draw picks for it.
import { cellsOf, headRange, keyRange, type LineRange, type NamedRange, sections, tableLine, tableRows, withLines, yamlEntries } from './document-lines';
import { Random } from './random';

/** Where a new finding is the right one; one of several is enough. */
export interface ExpectedPlace {
  /** The document it stands in, or the folder; any, where it is left out. */
  readonly path?: string;
  /** Lines of the changed text, counted from zero. */
  readonly lines?: LineRange;
  /** What the lines it stands on, or its message, have to name. */
  readonly names?: string;
}

/** One breakage of the example. */
export interface Mutation {
  readonly kind: string;
  /** Unique, and the same in every run. */
  readonly title: string;
  /** New texts by path; null for a file that is gone. */
  readonly changes: ReadonlyMap<string, string | null>;
  readonly expected: readonly ExpectedPlace[];
}

/** Where a field stands: in all entries of a register, in a column of a table or CSV, or in the facts of a document. */
type Fields = readonly (readonly [path: string, fields: string])[];

/** What an entry of a register is expected to say (`of.AIS-001` narrows to entries). */
const NEEDED_IN_ENTRIES: Fields = [
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

const NEEDED_IN_TABLES: Fields = [
  ['organisation/roles.md', 'holder'],
  ['organisation/objectives.md', 'owner due'],
  ['operation/monitoring-plan.md', 'method frequency owner'],
  ['audit/2026-10-management-review.md', 'owner due'],
  ['organisation/competence.csv', 'evidence due'],
];

const NEEDED_OF_DOCUMENTS: Fields = [
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
const NEEDED_WHERE: Readonly<Record<string, RegExp>> = {
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
const WRONG_VALUES: readonly (readonly [path: string, field: string, value: string])[] = [
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
const WRONG_DATES: readonly (readonly [path: string, field: string, date: string])[] = [
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
const REFERENCES: readonly (readonly [path: string, pattern: RegExp, instead: string])[] = [
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
const FILES = [
  'context/scope.md', 'policies/ai-policy.md', 'policies/use-of-ai.md', 'procedures/life-cycle-and-release.md', 'procedures/impact-assessment.md', 'risk/risk-register.yaml', 'risk/risk-criteria.md',
  'soa.yaml', 'systems/inventory.yaml', 'systems/models.yaml', 'organisation/objectives.md', 'organisation/competence.csv', 'assessments/AIA-001-triage-support.md', 'audit/audit-programme.md', 'audit/2026-06-audit-report.md',
  'audit/2026-10-management-review.md', 'records/triage/validation-report.md', 'records/computing-2026-10.txt', 'records/training/2026-09-awareness-attendance.csv', 'operation/monitoring-results.csv', 'partners/suppliers.yaml',
] as const;

/** Registers whose entries others name. */
const NAMED_ENTRIES = ['soa.yaml', 'risk/risk-register.yaml', 'systems/inventory.yaml', 'systems/models.yaml', 'systems/datasets.yaml', 'partners/suppliers.yaml', 'documents/document-register.yaml', 'operation/concern-log.yaml'];
/** The same for tables, where what others name stands in this column; only rows that match are named. */
const NAMED_ROWS: readonly (readonly [path: string, column: string, where: RegExp])[] = [['operation/monitoring-plan.md', 'id', /MET/], ['audit/audit-programme.md', 'id', /AUD-2026/], ['organisation/roles.md', 'role', /lead|Head|steward|Operations/]];

const SUSPECT_FIELDS: readonly (readonly [field: string, value: string])[] = [
  ['purpose', 'Decides which patient is seen first.'],
  ['intended_use', 'Children as well as adults, in any language.'],
  ['autonomy', 'Acts by itself.'],
  ['human_oversight', 'Nobody looks at single cases.'],
  ['models', '[M-005]'],
  ['roles', '[provider, deployer, importer]'],
  ['tier', 'undetermined'],
];

const PLACEHOLDERS = ['TBD', '[describe what was decided]', '{{to be filled}}', 'YYYY-MM-DD', '____'];

/** All breakages. `files` are the texts of the example. */
export function mutations(files: ReadonlyMap<string, string>): Mutation[] {
  const random = new Random(42001);
  const found: Mutation[] = [];
  const linesOf = (path: string): string[] => (files.get(path) ?? '').split('\n');
  const draw = <Choice>(all: readonly Choice[], most: number): Choice[] => {
    const left = [...all];
    return Array.from({ length: Math.min(most, left.length) }, () => left.splice(random.number(0, left.length - 1), 1)[0] as Choice);
  };
  const add = (kind: string, where: string, path: string, text: string | null, ...expected: ExpectedPlace[]): void => {
    found.push({ kind, title: `${kind}: ${path} ${where}`.trim(), changes: new Map([[path, text]]), expected });
  };
  /** Rows of whatever form the register has. */
  const rowsOf = (path: string): NamedRange[] => {
    const lines = linesOf(path);
    if (path.endsWith('.csv')) return lines.flatMap((line, index) => (index === 0 || line === '' ? [] : [{ name: line.split(',')[0] ?? '', from: index, to: index + 1 }]));
    return path.endsWith('.md') ? tableRows(lines) : yamlEntries(lines);
  };
  /** Replaces a field of a row; undefined where the row does not have it filled. */
  const setField = (path: string, row: NamedRange, field: string, value: string): { text: string; lines: LineRange } | undefined => {
    const lines = linesOf(path);
    if (path.endsWith('.yaml')) {
      const range = keyRange(lines, row, field);
      if (!range) return undefined;
      const key = /^ *(?:- )?[\w]+:/.exec(lines[range.from] ?? '')?.[0] ?? '';
      return { text: withLines(lines, range, value === '' ? key : `${key} ${value}`), lines: { from: row.from, to: row.to - (range.to - range.from - 1) } };
    }
    const csv = path.endsWith('.csv');
    const line = lines[row.from] ?? '';
    const columns = csv ? (lines[0] ?? '').split(',') : (tableRows(lines).find((each) => each.from === row.from)?.columns ?? []);
    const cells = csv ? line.split(',') : cellsOf(line);
    const at = columns.indexOf(field);
    if (at < 0 || /^[—–-]?$/.test(cells[at] ?? '')) return undefined;
    cells[at] = value;
    return { text: withLines(lines, row, csv ? cells.join(',') : tableLine(cells)), lines: row };
  };
  /** Rows that have to fill a field. A control whose documents name it themselves needs no words and no list. */
  const named = new Set([...files.values()].flatMap((text) => /^controls: \[(.*)\]$/m.exec(text)?.[1]?.split(/, */) ?? []));
  const needed = (path: string, field: string): NamedRange[] =>
    rowsOf(path).filter((row) => matters(path, linesOf(path), row, field) && !(/^(implementation|evidence)$/.test(field) && named.has(row.name)));
  const inHead = (path: string, field: string, value: string): { text: string; lines: LineRange } | undefined => setInHead(linesOf(path), field, value);

  // --- fields left out, values and dates that cannot be right
  for (const [path, fields] of [...NEEDED_IN_ENTRIES, ...NEEDED_IN_TABLES]) {
    for (const field of fields.split(' ')) {
      for (const { row, change } of draw(needed(path, field).flatMap((each) => pairOf(each, setField(path, each, field, ''))), path === 'soa.yaml' ? 2 : 1)) {
        add('blank field', `${row.name} ${field}`, path, change.text, { path, lines: change.lines }, ...assessed(path, row));
      }
    }
  }
  for (const [path, fields] of NEEDED_OF_DOCUMENTS) {
    for (const field of fields.split(' ')) {
      const change = inHead(path, field, '');
      if (change) add('blank fact of a document', field, path, change.text, { path, lines: change.lines });
    }
  }
  for (const [path, field, value] of [...WRONG_VALUES, ...WRONG_DATES]) {
    const kind = WRONG_VALUES.some((each) => each[0] === path && each[1] === field && each[2] === value) ? 'wrong value' : 'shifted date';
    const rows = path.endsWith('.md') ? [] : needed(path, field).flatMap((each) => pairOf(each, setField(path, each, field, value)));
    for (const { row, change } of draw(rows, 1)) {
      add(kind, `${row.name} ${field} ${value}`, path, change.text, { path, lines: change.lines }, ...assessed(path, row));
    }
    const change = rows.length > 0 ? undefined : inHead(path, field, value);
    if (change) add(kind, `${field} ${value}`, path, change.text, { path, lines: change.lines });
  }
  for (const row of draw(yamlEntries(linesOf('soa.yaml')).filter((each) => setField('soa.yaml', each, 'status', '')), 6)) {
    const lines = linesOf('soa.yaml');
    const older = lines.slice(row.from, row.to).map((line) => line.replace(/, date: [\d-]+/, ', date: 2024-05-05'));
    add('expired evidence', row.name, 'soa.yaml', withLines(lines, row, ...older), { path: 'soa.yaml', lines: row });
  }

  // --- rows and ids
  const identities = [...NAMED_ENTRIES.map((path) => [path, 'id', /^(?!.*(lifecycle: retired|in_scope: false|no longer in use))/s] as const), ...NAMED_ROWS];
  for (const [path, column, where] of identities) {
    const lines = linesOf(path);
    const rows = rowsOf(path).filter((row) => where.test(lines.slice(row.from, row.to).join('\n')));
    const nameOf = (row: NamedRange): string => {
      const { columns, cells } = tableRows(lines).find((each) => each.from === row.from) ?? { columns: [], cells: [] };
      return path.endsWith('.md') ? (cells[columns.indexOf(column)] ?? '') : row.name;
    };
    const most = path === 'soa.yaml' ? 5 : 2;
    for (const row of draw(rows, most)) add('deleted row', row.name, path, withLines(lines, row), { names: nameOf(row) });
    for (const row of draw(rows, most)) {
      const other = column === 'role' ? 'Somebody else' : `${nameOf(row)}9`;
      const text = withLines(lines, { from: row.from, to: row.from + 1 }, (lines[row.from] ?? '').replace(nameOf(row), other));
      add('renamed id', row.name, path, text, { names: nameOf(row) }, { path, lines: row });
    }
    for (const row of draw(rows, 1)) {
      const text = withLines(lines, { from: row.to, to: row.to }, ...lines.slice(row.from, row.to));
      add('row given twice', row.name, path, text, { path, lines: { from: row.from, to: row.to + (row.to - row.from) } });
    }
  }
  for (const [first, second] of [['A.2.2', 'A.9.9'], ['A.6.2.4', 'A.6.2.5'], ['A.8.2', 'A.5.1'], ['A.10.2', 'A.12.4.1']] as const) {
    const row = yamlEntries(linesOf('soa.yaml')).find((each) => each.name === first) as NamedRange;
    const change = setField('soa.yaml', row, 'id', second) as { text: string };
    add('swapped control', `${first} to ${second}`, 'soa.yaml', change.text, { names: first }, { path: 'soa.yaml', lines: row });
  }
  for (const [id, title] of [['A.2.2', 'Resource documentation'], ['A.6.2.4', 'AI system recording of event logs'], ['A.9.2', 'Reporting of concerns']] as const) {
    const lines = linesOf('soa.yaml');
    const row = yamlEntries(lines).find((each) => each.name === id) as NamedRange;
    add('title of another control', id, 'soa.yaml', withLines(lines, { from: row.from + 1, to: row.from + 1 }, `    title: ${title}`), { path: 'soa.yaml', lines: row });
  }
  for (const row of draw(yamlEntries(linesOf('soa.yaml')).filter((each) => setField('soa.yaml', each, 'status', '')), 5)) {
    const change = setField('soa.yaml', row, 'applicable', 'false') as { text: string; lines: LineRange };
    add('included control excluded', row.name, 'soa.yaml', change.text, { path: 'soa.yaml', lines: change.lines }, { names: row.name });
  }
  for (const row of yamlEntries(linesOf('soa.yaml')).filter((each) => !setField('soa.yaml', each, 'status', ''))) {
    const change = setField('soa.yaml', row, 'applicable', 'true') as { text: string; lines: LineRange };
    add('excluded control included', row.name, 'soa.yaml', change.text, { path: 'soa.yaml', lines: change.lines });
    const stock = setField('soa.yaml', row, 'justification', 'Not applicable.') as { text: string; lines: LineRange };
    add('stock phrase', row.name, 'soa.yaml', stock.text, { path: 'soa.yaml', lines: stock.lines });
  }

  // --- references and files
  for (const [path, pattern, instead] of REFERENCES) {
    const lines = linesOf(path);
    const places = lines.flatMap((line, index) => {
      const match = pattern.exec(line);
      return match?.[1] ? [{ index, line, text: match[1], from: match.index + match[0].indexOf(match[1]) }] : [];
    });
    for (const { index, line, text, from } of draw(places, path === 'soa.yaml' ? 2 : 1)) {
      const changed = line.slice(0, from) + instead + line.slice(from + text.length);
      add('misspelt reference', `line ${index + 1} ${text} to ${instead}`, path, withLines(lines, { from: index, to: index + 1 }, changed), { path, lines: around(lines, index) });
    }
  }
  for (const path of FILES) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const id = /^id: (\S+)$/m.exec(files.get(path) ?? '')?.[1];
    // Whoever refers to the file, to one of its entries, or a clause that asks for a document of its kind.
    const entry = /^([A-Z]+-)\d/.exec(rowsOf(path)[0]?.name ?? '')?.[1];
    const kind = /^kind: (\S+)$/m.exec(files.get(path) ?? '')?.[1]?.replaceAll('-', ' ').replace(/^aims /, '');
    const expected: ExpectedPlace[] = [name, id, entry, kind].flatMap((names) => (names === undefined ? [] : [{ names }]));
    add('deleted file', '', path, null, ...expected);
    add('emptied file', '', path, '', { path }, ...expected);
    found.push({ kind: 'moved file', title: `moved file: ${path}`, changes: new Map([[path, null], [`archive-of-ours/${name}`, files.get(path) ?? '']]), expected: [...expected, { path: `archive-of-ours/${name}` }] });
  }
  found.push(...syntaxMutations(linesOf, draw));

  // --- documents: sections, states, placeholders
  for (const path of ['assessments/AIA-001-triage-support.md', 'assessments/AIA-002-wound-view.md', 'assessments/AIA-004-meridian-assist.md', 'policies/ai-policy.md', 'procedures/incidents.md', 'context/scope.md', 'audit/2026-09-audit-report.md']) {
    const lines = linesOf(path);
    const most = path.startsWith('assessments') ? 4 : 2;
    const needed = sections(lines).filter((each) => path.startsWith('assessments') || (NEEDED_SECTIONS[path] ?? []).includes(each.name));
    for (const section of draw(needed, most)) add('deleted section', section.name, path, withLines(lines, section), { path });
    for (const section of draw(needed, most - 1)) add('emptied section', section.name, path, withLines(lines, { from: section.from + 1, to: section.to }), { path });
    for (const section of draw(needed, 1)) add('placeholder in a section', section.name, path, withLines(lines, { from: section.from + 1, to: section.to }, '[Describe this in two sentences]', ''), { path, lines: { from: section.from, to: section.from + 3 } });
  }
  for (const [path, field, value] of DOCUMENT_STATES) {
    const change = inHead(path, field, value);
    if (change) add('other state', `${field} ${value}`, path, change.text, { path, lines: { from: 0, to: change.lines.to } }, { names: path.slice(path.lastIndexOf('/') + 1) }, { names: /^id: (\S+)$/m.exec(files.get(path) ?? '')?.[1] ?? path });
  }
  for (const [number, [path, field]] of [['soa.yaml', 'justification'], ['soa.yaml', 'owner'], ['risk/risk-register.yaml', 'owner'], ['risk/risk-register.yaml', 'accepted_on'], ['systems/inventory.yaml', 'purpose'], ['partners/suppliers.yaml', 'contract'], ['organisation/objectives.md', 'target'], ['organisation/roles.md', 'holder'], ['improvement/nonconformities.yaml', 'cause']].entries() as IterableIterator<[number, [string, string]]>) {
    const value = PLACEHOLDERS[number % PLACEHOLDERS.length] ?? 'TBD';
    const written = path.endsWith('.yaml') ? `"${value}"` : value;
    for (const { row, change } of draw(rowsOf(path).flatMap((each) => pairOf(each, setField(path, each, field, written))), 1)) add('placeholder', `${row.name} ${field} ${value}`, path, change.text, { path, lines: change.lines });
  }

  // --- systems that are not what was assessed
  const inventory = 'systems/inventory.yaml';
  const systems = rowsOf(inventory).filter((row) => /AIS-00[12346]/.test(row.name));
  for (const [field, value] of SUSPECT_FIELDS) {
    for (const { row, change } of draw(systems.flatMap((each) => pairOf(each, setField(inventory, each, field, value))), 2)) {
      add('system changed after its assessment', `${row.name} ${field}`, inventory, change.text, { path: inventory, lines: change.lines }, { names: row.name });
    }
  }
  for (const [name, field, value] of SYSTEM_STATES) {
    const row = rowsOf(inventory).find((each) => each.name === name) as NamedRange;
    const change = setField(inventory, row, field, value);
    if (change) add('system in another state', `${name} ${field} ${value}`, inventory, change.text, { path: inventory, lines: change.lines }, { names: name });
  }
  return found;
}

const NEEDED_SECTIONS: Readonly<Record<string, readonly string[]>> = {
  'policies/ai-policy.md': ['Purpose', 'Scope', 'Commitments', 'Roles'],
  'procedures/incidents.md': ['Purpose', 'Scope', 'Responsibilities'],
  'context/scope.md': ['What is outside, and why', 'What is inside'],
  'audit/2026-09-audit-report.md': ['Findings', 'Conclusion'],
};

const DOCUMENT_STATES: readonly (readonly [path: string, field: string, value: string])[] = [
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

const SYSTEM_STATES: readonly (readonly [name: string, field: string, value: string])[] = [
  ['AIS-005', 'lifecycle', 'operation'],
  ['AIS-005', 'lifecycle', 'verification'],
  ['AIS-001', 'lifecycle', 'retired'],
  ['AIS-003', 'tier', 'prohibited'],
  ['AIS-001', 'in_scope', 'false'],
  ['AIS-001', 'tier', 'minimal'],
  ['AIS-007', 'lifecycle', 'operation'],
  ['AIS-003', 'transparency', ''],
];

function syntaxMutations(linesOf: (path: string) => string[], draw: <Choice>(all: readonly Choice[], most: number) => Choice[]): Mutation[] {
  const found: Mutation[] = [];
  const add = (kind: string, path: string, text: string, lines?: LineRange): void => {
    found.push({ kind, title: `${kind}: ${path}${lines ? ` line ${lines.from + 1}` : ''}`, changes: new Map([[path, text]]), expected: [lines ? { path, lines: { from: lines.from - 3, to: lines.to + 3 } } : { path }] });
  };
  for (const path of ['soa.yaml', 'risk/risk-register.yaml', 'systems/inventory.yaml', 'partners/suppliers.yaml', 'operation/incident-log.yaml']) {
    const lines = linesOf(path);
    const row = draw(yamlEntries(lines), 1)[0] as NamedRange;
    const within = (offset: number): LineRange => ({ from: row.from + offset, to: row.from + offset + 1 });
    const line = (offset: number) => lines[row.from + offset] ?? '';
    add('bracket left open', path, withLines(lines, within(1), '    systems: [AIS-001'), within(1));
    add('tab for spaces', path, withLines(lines, within(2), `\t${line(2).trim()}`), within(2));
    add('quote left open', path, withLines(lines, within(2), line(2).replace(/: .*$/, ': "never closed')), within(2));
    add('key given twice', path, withLines(lines, { from: row.from + 2, to: row.from + 2 }, line(1)), within(2));
    add('conflict left in', path, withLines(lines, within(1), '<<<<<<< ours', line(1), '=======', line(1), '>>>>>>> theirs'), { from: row.from + 1, to: row.from + 6 });
    add('colon lost', path, withLines(lines, within(1), line(1).replace(':', '')), within(1));
  }
  for (const path of ['policies/ai-policy.md', 'assessments/AIA-001-triage-support.md', 'organisation/roles.md']) {
    const lines = linesOf(path);
    const end = lines.indexOf('---', 1);
    add('front matter left open', path, withLines(lines, { from: end, to: end + 1 }), { from: 0, to: 1000 });
    add('front matter broken', path, withLines(lines, { from: 3, to: 4 }, 'title: [AI'), { from: 3, to: 4 });
    add('fence left open', path, withLines(lines, { from: end + 2, to: end + 2 }, '```'), { from: end + 2, to: end + 3 });
    add('conflict left in', path, withLines(lines, { from: end + 5, to: end + 5 }, '<<<<<<< ours', 'a', '=======', 'b', '>>>>>>> theirs'), { from: end + 5, to: end + 10 });
  }
  for (const path of ['operation/monitoring-plan.md', 'organisation/objectives.md', 'organisation/roles.md']) {
    const lines = linesOf(path);
    for (const row of draw(tableRows(lines), 1)) {
      add('bar within a cell', path, withLines(lines, row, `${(lines[row.from] ?? '').replace(/ \| /, ' | a | ')}`), row);
      add('cells lost', path, withLines(lines, row, tableLine(row.cells.slice(0, 3))), row);
    }
  }
  for (const path of ['organisation/competence.csv', 'operation/monitoring-results.csv']) {
    const lines = linesOf(path);
    for (const at of draw([2, 3, 5, 7], 2)) {
      const line = lines[at] ?? '';
      add('quote left open', path, withLines(lines, { from: at, to: at + 1 }, line.replace(/,([^,]+),/, ',"$1,')), { from: at, to: at + 1 });
      add('separator added', path, withLines(lines, { from: at, to: at + 1 }, line.replace(',', ',,')), { from: at, to: at + 1 });
    }
    
  }
  const results = linesOf('operation/monitoring-results.csv');
  const renamed = withLines(results, { from: 0, to: 1 }, (results[0] ?? '').replace(/^metric,/, 'zzz,'));
  found.push({ kind: 'column renamed', title: 'column renamed: operation/monitoring-results.csv metric', changes: new Map([['operation/monitoring-results.csv', renamed]]), expected: [{ names: 'monitoring-results.csv' }, { names: 'MET-' }] });
  const settings = linesOf('aims.yaml');
  for (const line of ['reviews: { policy: P12M }', 'rules: { soa/no-such-rule: error }', 'rules: { soa/no-owner: severe }', 'exceptions: [{ rule: soa/no-owner, at: "soa.yaml#A.2.2" }]', 'include: governance']) {
    found.push({ kind: 'wrong setting', title: `wrong setting: ${line}`, changes: new Map([['aims.yaml', withLines(settings, { from: settings.length - 1, to: settings.length }, line, '')]]), expected: [{ path: 'aims.yaml', lines: { from: settings.length - 1, to: settings.length } }] });
  }
  return found;
}

/** What an assessment was made of: a change is also right to be seen there, since it holds for the system as it was. */
function assessed(path: string, row: NamedRange): ExpectedPlace[] {
  if (path === 'systems/inventory.yaml') return [{ names: row.name }];
  return path === 'systems/models.yaml' ? [{ names: 'assessment', path: 'assessments/' }] : [];
}

/** A row with a change of it, or nothing. */
function pairOf<Change>(row: NamedRange, change: Change | undefined): { row: NamedRange; change: Change }[] {
  return change === undefined ? [] : [{ row, change }];
}

function setInHead(lines: readonly string[], field: string, value: string): { text: string; lines: LineRange } | undefined {
  const head = headRange(lines);
  const range = keyRange(lines, head, field);
  if (!range && field === 'status') return { text: withLines(lines, { from: head.to, to: head.to }, `status: ${value}`), lines: head };
  return range && { text: withLines(lines, range, value === '' ? `${field}:` : `${field}: ${value}`), lines: head };
}

/** The entry, row, or else the line itself that a line belongs to. */
function around(lines: readonly string[], index: number): LineRange {
  return yamlEntries(lines).find((each) => each.from <= index && index < each.to) ?? { from: index, to: index + 1 };
}

/** False where a field may be left out or a date moved: what is over, or not begun, owes nothing. */
function matters(path: string, lines: readonly string[], row: LineRange, field: string): boolean {
  const text = lines.slice(row.from, row.to).join('\n');
  if (NEEDED_WHERE[`${path} ${field}`]?.test(text) === false) return false;
  if (path === 'systems/inventory.yaml') return !/lifecycle: (retired|concept)|in_scope: false/.test(text);
  return !(path === 'risk/treatment-plan.yaml' && field === 'due' && /status: done/.test(text));
}
