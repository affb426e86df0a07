/** A control of Annex A. Titles and ids are facts; all other words are the pack's own. */
export interface Control {
  readonly id: string;
  readonly title: string;
  /** The group it belongs to, such as `A.6`. */
  readonly group: string;
  readonly asks: string;
  readonly look_for: readonly string[];
  readonly evidence: readonly string[];
  readonly auditor_questions: readonly string[];
  readonly common_failing: string;
  /** True where a document of its own is expected. */
  readonly documented_output: boolean;
  readonly clauses: readonly string[];
  readonly roles: readonly string[];
  /** Kinds of documents that typically serve it. */
  readonly kinds: readonly string[];
}

/** A group of controls, such as `A.6`. */
export interface ControlGroup {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly subgroups?: readonly { readonly id: string; readonly title: string; readonly purpose: string }[];
}

/** A clause of the management system standard. */
export interface Clause {
  readonly number: string;
  readonly title: string;
  readonly requirement: string;
  readonly heading_only: boolean;
  /** Whether documented information is asked for. */
  readonly required?: 'yes' | 'usually' | 'no';
  /** False where nobody has compared this with a licensed copy or a public list. */
  readonly verified?: boolean;
  readonly kinds?: readonly string[];
  /** Kinds that serve the clause only where the document names it in `clauses:`. */
  readonly named_kinds?: readonly string[];
  /** True for the clauses that are shown by dated records. */
  readonly records?: boolean;
  readonly typical_evidence?: readonly string[];
  readonly auditor_questions?: readonly string[];
}

/** A duty of the EU AI Act for a tier and a role. Dates are ISO dates. */
export interface Duty {
  readonly id: string;
  readonly tier: string;
  readonly role: string;
  readonly duty: string;
  readonly articles: readonly string[];
  /** Sections of an impact assessment in which its answer is looked for. */
  readonly answered_in?: readonly string[];
  readonly applies_from: string;
  readonly applies_from_original: string | null;
  readonly route?: string;
  readonly note?: string;
  readonly source: string;
}

/** A transparency duty of Article 50. */
export interface TransparencyDuty {
  readonly id: string;
  readonly role: string;
  readonly duty: string;
  readonly answered_in?: readonly string[];
  readonly applies_from: string;
  readonly applies_from_original: string | null;
  readonly grace?: { readonly placed_before: string; readonly until: string; readonly note: string };
}

/** A mapping from a clause or control to another framework. Rows marked wrong are not loaded. */
export interface Mapping {
  readonly from: string;
  readonly framework: string;
  readonly to: string;
  /** The name of who published the pairing. */
  readonly source: string;
  readonly confidence: 'published' | 'derived';
  readonly status: 'ok' | 'partial' | 'weak' | 'doubtful';
  readonly note: string;
}
