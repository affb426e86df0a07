import type { InitializeParams } from 'vscode-languageserver';

/** What the client on the other side can do, as it said at start. */
export interface ClientAbilities {
  /** True for the client of this project: it has our commands, answers our own requests and watches files by itself. */
  readonly ours: boolean;
  readonly snippets: boolean;
  /** Whether the edit of a code action may follow when it is chosen. */
  readonly resolveEdits: boolean;
  /** False where a code action can only be a command. */
  readonly codeActionLiterals: boolean;
  /** Whether edits may name the version they are for. */
  readonly versionedEdits: boolean;
  /** Whether an edit may create a file. */
  readonly createsFiles: boolean;
  /** Whether it tells of folders that are opened and closed. */
  readonly followsFolders: boolean;
  /** Whether it watches files where it is asked to. */
  readonly watchesOnRequest: boolean;
}

/** Reads what a client says of itself. */
export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { completion, codeAction } = capabilities.textDocument ?? {};
  const { workspaceEdit, workspaceFolders, didChangeWatchedFiles } = capabilities.workspace ?? {};
  const createsFiles = workspaceEdit?.resourceOperations?.includes('create') === true;
  return {
    ours: Array.isArray((initializationOptions as { ownSchemes?: unknown } | null | undefined)?.ownSchemes),
    snippets: completion?.completionItem?.snippetSupport === true,
    resolveEdits: codeAction?.resolveSupport?.properties.includes('edit') === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    // Files are created in the same list; Neovim 0.7 says only that it creates them.
    versionedEdits: workspaceEdit?.documentChanges === true || createsFiles,
    createsFiles,
    followsFolders: workspaceFolders === true,
    watchesOnRequest: didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

/** What counts until a client has said anything. */
export const NO_ABILITIES: ClientAbilities = {
  ours: false,
  snippets: false,
  resolveEdits: false,
  codeActionLiterals: false,
  versionedEdits: false,
  createsFiles: false,
  followsFolders: false,
  watchesOnRequest: false,
};
