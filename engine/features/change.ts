import type { FileEdit } from './edits/field-edits';

/** What an action does, computed from one state: edits of files that exist, and files to create. */
export interface Change {
  readonly edits: readonly FileEdit[];
  readonly create: readonly { readonly path: string; readonly text: string }[];
  /** Where the cursor goes; an offset in the text after the change. */
  readonly open: { readonly path: string; readonly offset: number } | undefined;
}

/** Why an action cannot be done, in words for the user. */
export interface Refusal {
  readonly refused: string;
}

/** A change that only edits one place. */
export function editing(edit: FileEdit | undefined): Change | undefined {
  return edit && { edits: [edit], create: [], open: undefined };
}
