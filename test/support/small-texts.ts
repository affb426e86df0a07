// Texts of a root with one statement, for tests that need no more than one error or a few.

/** `aims.yaml` of a root with one control framework. */
export const AIMS = 'organization: Example\nframeworks: [iso-42001]\n';

const STATEMENT_HEAD =
  'kind: statement-of-applicability\nid: SOA-1\ntitle: SoA\nversion: "1.0"\nstatus: approved\nowner: Head of AI\napproved_by: Board\napproved_on: 2026-05-01\nframework: iso-42001\ncontrols:\n';

/** A row for a control that applies, and no reason is given: an error, where the statement is approved. */
export function statementRow(id: string, more = ''): string {
  return `  - id: ${id}\n    applicable: true\n${more}`;
}

/** An approved statement with such rows, or as far as its list of controls. */
export function statementOf(...ids: readonly string[]): string {
  return STATEMENT_HEAD + ids.map((id) => statementRow(id)).join('');
}

/** An approved statement with one such row. */
export const STATEMENT = statementOf('A.2.2');

/** A statement of which nothing says that it is approved, with one such row: there it is a warning. */
export const UNAPPROVED_STATEMENT =
  'kind: statement-of-applicability\nid: SOA-001\ntitle: SoA\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n    applicable: true\n';

/** What is found in such a row. */
export const MISSING_JUSTIFICATION = 'soa/missing-justification';
