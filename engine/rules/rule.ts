import type { Severity } from '../configuration/configuration';
import type { Entity } from '../kinds/kind';
import type { DocumentRecord } from '../kinds/record';
import type { ParsedDocument } from '../parse/block';
import type { Report } from '../workspace/finding';
import type { DocumentVersions } from '../workspace/versions';
import type { WorkspaceView } from '../workspace/workspace-view';

interface RuleBase {
  /** `family/name`; the page beside the code has the same name. */
  readonly id: string;
  /** The usual severity. A report may name another where the page says so. */
  readonly severity: Severity;
  /** Clauses as `6.1.3`, controls as `A.6.2.4`, laws as `AI Act, Article 50`: why the rule exists. */
  readonly references: readonly string[];
  /** True where the demand is not verified or is common practice: then it is never an error. */
  readonly expected?: boolean;
  /** Message texts by key. `{name}` is filled from the report's data. */
  readonly messages: Readonly<Record<string, string>>;
}

/** A rule that looks at one document; it runs again only when that document's facts change. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  /** The kinds of documents it looks at; every kind where it names none. */
  readonly kinds?: readonly string[];
  /** What it looks at: documents without a row about it, and that are none themselves, are passed over. */
  readonly about?: Entity;
  /** Where this is false there is nothing for it in a document. */
  readonly where?: (document: DocumentRecord) => boolean;
  /** Also runs again when ids, paths or other documents change. */
  readonly looksAround?: boolean;
  /**
   * True where what it finds in a row rests on that row alone (and on what it looks up around), and what it finds beside rows
   * on no row: after an edit only changed rows are looked at again.
   */
  readonly rowByRow?: boolean;
  /** True where templates and retired documents are looked at too; else they never fire. */
  readonly everyDocument?: boolean;
  check(document: DocumentRecord, view: WorkspaceView): Iterable<Report>;
}

/** A rule that looks at several documents; it runs again when a document of the kinds it reads changes. */
export interface WorkspaceRule extends RuleBase {
  readonly scope: 'workspace';
  /** Kinds of documents whose facts it uses; `all` for every one. */
  readonly reads: readonly string[] | 'all';
  check(view: WorkspaceView): Iterable<Report>;
}

/** A text as it stands, with what could not be read of it. */
export interface TextView {
  readonly path: string;
  readonly text: string;
  readonly parsed: ParsedDocument;
  /** True where bytes were not valid in the file's encoding. */
  readonly damaged: boolean;
}

/** A rule about the text itself, such as syntax; it runs whenever the text is read anew. */
export interface TextRule extends RuleBase {
  readonly scope: 'text';
  /** Where this is false there is nothing for it in a text. */
  readonly where?: (text: TextView) => boolean;
  check(text: TextView): Iterable<Report>;
}

/** A rule that looks at a document beside the same document in an earlier state; it runs only where two states are compared. */
export interface ComparisonRule extends RuleBase {
  readonly scope: 'comparison';
  check(versions: DocumentVersions, view: WorkspaceView): Iterable<Report>;
}

/** A rule that the engine itself reports when it applies exceptions, meets a limit, or when another rule fails. */
export interface EngineRule extends RuleBase {
  readonly scope: 'engine';
  /** True where something could not be checked: the command line then exits with 2. */
  readonly uncheckable?: boolean;
}

/** One check: code here, its page with examples beside it. */
export type Rule = DocumentRule | WorkspaceRule | TextRule | ComparisonRule | EngineRule;

/** States a rule; the identity function that gives the type. */
export function defineRule<Given extends Rule>(rule: Given): Given {
  return rule;
}
