import type { Connection, Position, Range, ServerCapabilities } from 'vscode-languageserver';
import type { Snapshot, WorkspaceState } from '../engine/engine';
import type { LineIndex } from '../engine/text/lines';
import type { Span } from '../engine/text/span';
import type { Place } from '../engine/workspace/finding';
import type { ClientAbilities } from './client-abilities';
import type { RootSession } from './root-session';
import { uriOf } from './uris';

/** An open or listed document of a root, as a request finds it. */
export interface DocumentContext {
  readonly session: RootSession;
  readonly state: WorkspaceState;
  /** Root-relative. */
  readonly path: string;
  readonly lines: LineIndex;
}

/** What every feature gets to register itself. */
export interface FeatureHost {
  readonly connection: Connection;
  /** What the client said at start that it can do. */
  readonly client: ClientAbilities;
  /** Every root, loaded or not. */
  sessions(): readonly RootSession[];
  /** The session of a root folder. */
  session(root: string): RootSession | undefined;
  /** The document of a URI with the state that belongs to its text as it is now; undefined where we know nothing of it. */
  document(uri: string): Promise<DocumentContext | undefined>;
  /** The same with everything the rules found. */
  checkedDocument(uri: string): Promise<(DocumentContext & { readonly snapshot: Snapshot }) | undefined>;
  /** An open file of a root with its text, also where nothing recognises it; undefined outside every root. */
  openFile(uri: string): Promise<(Omit<DocumentContext, 'lines'> & { readonly text: string }) | undefined>;
  /** The version of an open document; null where it is not open. */
  version(uri: string): number | null;
}

/** One language feature: what it adds to the capabilities, and its handlers. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(host: FeatureHost): void;
}

/** A span as a protocol range. */
export function rangeOf(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** The offset of a protocol position. */
export function offsetOf(lines: LineIndex, position: Position): number {
  return lines.offsetAt(position);
}

/** A place of a state as a protocol location; a file that is not read is shown at its start. */
export function locationOf(state: WorkspaceState, root: string, place: Place): { uri: string; range: Range } {
  const { path, span } = state.locate(place);
  const lines = state.texts.get(path)?.lines;
  const start = { line: 0, character: 0 };
  return { uri: uriOf(root, path), range: lines ? rangeOf(lines, span) : { start, end: start } };
}
