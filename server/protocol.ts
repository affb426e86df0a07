import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { CoverageTree } from '../engine/coverage/tree-node';

export type { CoverageNode, CoverageTree, NodeAction, NodePlace, NodeState } from '../engine/coverage/tree-node';

/** What the client tells the server at start. */
export interface InitializationOptions {
  /** Schemes whose files the server reads itself; every other scheme is read through the client. */
  readonly ownSchemes: readonly string[];
  /** ISO date that counts as today; for tests. Without it the server's clock counts. */
  readonly today?: string;
}

/** A file as the client lists it. */
export interface ListedFile {
  readonly uri: string;
  /** Bytes. */
  readonly size: number;
}

/** What lies below a folder, as the client sees it. */
export interface ListedFolder {
  readonly files: readonly ListedFile[];
  /** Folders that could not be listed, and why. */
  readonly unlisted: readonly { readonly uri: string; readonly why: string }[];
}

/** Server to client: what lies below a folder, without the folders that are never looked at. */
export const listFiles = new RequestType<{ folder: string; most: number }, ListedFolder, void>('aims/files/list');

/** Server to client: the bytes of files in base64; null for one that cannot be read. */
export const readFiles = new RequestType<{ uris: string[] }, (string | null)[], void>('aims/files/read');

/** One root as the view shows it. */
export interface RootCoverage {
  /** URI of the root folder, without a slash at the end. */
  readonly root: string;
  readonly name: string;
  readonly tree: CoverageTree;
}

/** Server to client: coverage may have changed; ask again. Also sent when roots appear or vanish. */
export const coverageChanged = new NotificationType<{ roots: number; loading: boolean }>('aims/coverage/changed');

/** Client to server: the coverage of every root. */
export const coverage = new RequestType<void, RootCoverage[], void>('aims/coverage');

/** What the language status item says of the open document. */
export interface DocumentState {
  /** `Statement of Applicability`; empty where the file belongs to a root but is not recognised. */
  readonly kind: string;
  /** `approved, version 2.1`, `draft`, `template` … */
  readonly state: string;
  /** Why it was taken for this kind. */
  readonly why: string;
  /** True where the kind was guessed from its shape, so that declaring it is worth offering. */
  readonly guessed: boolean;
  readonly findings: { readonly error: number; readonly warning: number; readonly information: number };
}

/** Client to server: the state of a document; null outside every root. */
export const documentState = new RequestType<{ uri: string }, DocumentState | null, void>('aims/document/state');

/** Client to server: the coverage node that the id at a position means, to reveal it; null where there is none. */
export const nodeAt = new RequestType<
  { uri: string; line: number; character: number },
  { root: string; id: string } | null,
  void
>('aims/coverage/nodeAt');

/** Client to server: the page of a rule, or what a control or clause asks, as Markdown; null where unknown. */
export const explain = new RequestType<{ topic: string }, { title: string; markdown: string } | null, void>(
  'aims/explain',
);

/** Client to server: the report of a root as one HTML page; null where the root is gone. `version` is what the page names. */
export const report = new RequestType<{ root: string; version: string }, { html: string } | null, void>('aims/report');

/** Something `AIMS: New …` can make. */
export interface NewChoice {
  /** `kind:ai-policy`, `row:system`, `row:risk`, `evidence:A.6.2.4`, `assessment:AIS-001` */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly group: string;
}

/** Client to server: what can be made in a root. */
export const newChoices = new RequestType<{ root: string }, NewChoice[], void>('aims/new/choices');

/** Edits to run: files to create with their text, edits of existing ones, and where the cursor goes. */
export interface PlannedChange {
  readonly create: readonly { readonly uri: string; readonly text: string }[];
  readonly edits: readonly {
    readonly uri: string;
    readonly version: number | null;
    readonly range: {
      readonly start: { line: number; character: number };
      readonly end: { line: number; character: number };
    };
    readonly text: string;
  }[];
  readonly open: { readonly uri: string; readonly line: number; readonly character: number } | null;
  /** Where set, why nothing can be done, in words for the user. */
  readonly refused: string;
}

/** Client to server: what a choice, or the action of a coverage node, would change. Nothing is written by the server.
 *  A choice is named `new <its id>`; `declare-kind <path relative to the root>` writes the guessed kind of a document into it. */
export const planChange = new RequestType<{ root: string; action: string }, PlannedChange, void>('aims/plan');

/** Answers of "Set up a management system here". */
export interface SetUpAnswers {
  readonly folder: string;
  readonly organization: string;
  readonly roles: readonly string[];
  readonly system: { readonly name: string; readonly purpose: string } | null;
}

/** Client to server: the files of a small, honest starting point; or, with `asItIs`, only `aims.yaml`. */
export const planSetUp = new RequestType<{ answers: SetUpAnswers; asItIs: boolean }, PlannedChange, void>('aims/setUp');

/** Commands that code actions of the server name and that the client provides. */
export const COMMANDS = {
  explain: 'aims.explainRule',
} as const;
