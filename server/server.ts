import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { BUILT_IN_EXCLUDES } from '../engine/engine';
import type { FileSource } from '../host/file-source';
import { Buffers } from './buffers';
import { abilitiesOf, type ClientAbilities, NO_ABILITIES } from './client-abilities';
import type { DocumentContext, FeatureHost } from './feature-host';
import { COMMAND_NAMES } from './features/commands';
import { features } from './features/registry';
import { coverageChanged, type InitializationOptions } from './protocol';
import { Publisher } from './publisher';
import type { RootSession, SessionHost } from './root-session';
import { CONFIGURATION, Roots } from './roots';
import type { Pause } from './slices';
import { fileUri, normalUri } from './uris';

/** What differs between Node and a worker. */
export interface ServerHost {
  readonly pause: Pause;
  /** Files of a root that the host reads itself; undefined where the client has to. `folder` is the workspace folder around it. */
  files(root: string, folder: string): FileSource | undefined;
  /** Root folders below a workspace folder that the host can read itself; undefined where the client has to list. */
  rootsBelow(folder: string): Promise<readonly string[]> | undefined;
  /** The nearest root at or above a folder, where the host can look. For editors that open files without their folder. */
  rootAbove(folder: string): string | undefined;
}

/** What happens in these folders says nothing, and in some of them much happens. */
const NEVER_READ = new RegExp(`/(?:${BUILT_IN_EXCLUDES.map((name) => name.replace('.', '\\.')).join('|')})/`);

/** Starts the language server on a connection. All it knows comes from the engine; here are only transport and order. */
export function startServer(connection: Connection, host: ServerHost): void {
  const buffers = new Buffers();
  const documents = new Map<string, TextDocument>();
  let options: InitializationOptions = { ownSchemes: [] };
  let client: ClientAbilities = NO_ABILITIES;
  /** Roots that are being looked through after a file was saved; true where another one was saved meanwhile. */
  const lookingAgain = new Map<RootSession, boolean>();
  let announce: ReturnType<typeof setTimeout> | undefined;

  const today = () => options.today ?? localDate();
  const complain = (error: unknown): void => connection.console.error(String(error));
  const sessionHost: SessionHost = {
    buffers,
    pause: host.pause,
    today,
    checked: (session, snapshot) => {
      publisher.publish(session, snapshot);
      changed();
    },
    log: (message) => connection.console.error(message),
  };

  const publisher = new Publisher({
    connection,
    buffers,
    shownUri: (uri) => documents.get(uri)?.uri ?? uri,
    pathIn: (session, uri) => {
      const owner = roots.ownerOf(uri);
      return owner?.session === session ? owner.path : undefined;
    },
  });

  const roots = new Roots({
    connection,
    server: host,
    sessions: sessionHost,
    client: () => client,
    changed,
    left: (root) => publisher.clearBelow(root),
    leftFile: (uri) => publisher.clear(uri),
  });

  /** Tells the view that coverage may differ; several changes in a row are one message. */
  function changed(): void {
    // Ours alone has a view; others would only log that they do not know it.
    if (!client.ours) return;
    announce ??= setTimeout(() => {
      announce = undefined;
      const sessions = roots.all;
      const loading = sessions.some((session) => session.loading);
      connection.sendNotification(coverageChanged, { roots: sessions.length, loading }).catch(() => undefined);
    }, 20);
  }

  async function document(uri: string): Promise<DocumentContext | undefined> {
    const owner = roots.ownerOf(normalUri(uri));
    if (!owner) return undefined;
    const state = await owner.session.current();
    const lines = state.texts.get(owner.path)?.lines;
    return lines && { ...owner, state, lines };
  }

  const featureHost: FeatureHost = {
    connection,
    get client() {
      return client;
    },
    sessions: () => roots.all,
    session: (root) => roots.at(normalUri(root)),
    document,
    checkedDocument: async (uri) => {
      const owner = roots.ownerOf(normalUri(uri));
      if (!owner) return undefined;
      const snapshot = await owner.session.checked();
      const lines = snapshot.texts.get(owner.path)?.lines;
      return lines && { ...owner, state: snapshot, snapshot, lines };
    },
    openFile: async (uri) => {
      const normal = normalUri(uri);
      const owner = roots.ownerOf(normal);
      if (!owner) return undefined;
      const state = await owner.session.current();
      const text = buffers.get(normal)?.text;
      return text === undefined ? undefined : { ...owner, state, text };
    },
    version: (uri) => buffers.get(normalUri(uri))?.version ?? null,
  };

  connection.onInitialize((params) => {
    options = { ...options, ...(params.initializationOptions as InitializationOptions | undefined) };
    roots.setFolders(foldersOf(params).map(normalUri));
    client = abilitiesOf(params);
    const capabilities: ServerCapabilities = {
      positionEncoding: 'utf-16',
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        ...(looksOnSave() ? { save: true } : {}),
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    };
    for (const feature of features) Object.assign(capabilities, feature.capabilities);
    // In VS Code our client has these commands, and a second one of the same name would be an error.
    if (!client.ours) capabilities.executeCommandProvider = { commands: [...COMMAND_NAMES] };
    return { capabilities, serverInfo: { name: 'AIMS' } };
  });

  connection.onInitialized(() => {
    // Asking a client that cannot tell would throw, and nothing after it would run.
    if (client.followsFolders)
      connection.workspace.onDidChangeWorkspaceFolders?.(({ added, removed }) => {
        const urisOf = (folders: readonly WorkspaceFolder[]) => folders.map(({ uri }) => normalUri(uri));
        roots.setFolders(urisOf(added), urisOf(removed));
        void roots.find();
      });
    if (!client.ours && client.watchesOnRequest)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
        .catch(complain);
    roots.find().catch(complain);
  });

  /** True where nobody tells of files that change on disk: then they are looked at whenever one is saved. */
  function looksOnSave(): boolean {
    return !client.ours && !client.watchesOnRequest;
  }

  connection.onDidSaveTextDocument(({ textDocument }) => {
    if (!looksOnSave()) return;
    const uri = normalUri(textDocument.uri);
    const session = roots.of(uri);
    if (session) void lookAgain(session);
    if (!session || uri.endsWith(CONFIGURATION)) void roots.find().catch(() => undefined);
  });

  /** Lists and reads a root anew; several files saved at once are one look. */
  async function lookAgain(session: RootSession): Promise<void> {
    if (lookingAgain.has(session)) {
      lookingAgain.set(session, true);
      return;
    }
    do {
      lookingAgain.set(session, false);
      await session.filesChanged([], true);
    } while (lookingAgain.get(session));
    lookingAgain.delete(session);
  }

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const { uri, languageId, version, text } = textDocument;
    documents.set(normalUri(uri), TextDocument.create(uri, languageId, version, text));
    if (roots.joinAbove(normalUri(uri))) roots.find().catch(complain);
    bufferChanged(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const known = documents.get(normalUri(textDocument.uri));
    if (!known) return;
    documents.set(normalUri(textDocument.uri), TextDocument.update(known, contentChanges, textDocument.version));
    bufferChanged(textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    documents.delete(normalUri(textDocument.uri));
    bufferChanged(textDocument.uri);
  });

  function bufferChanged(given: string): void {
    const uri = normalUri(given);
    const open = documents.get(uri);
    if (open) buffers.set(uri, { text: open.getText(), version: open.version });
    else buffers.close(uri);
    roots.followAlone(uri);
    const owner = roots.ownerOf(uri);
    owner?.session.bufferChanged(owner.path).catch(complain);
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes
      .map(({ uri, type }) => ({ uri: normalUri(uri), type }))
      .filter(({ uri }) => !NEVER_READ.test(uri));
    if (
      uris.some(
        ({ uri, type }) => type !== FileChangeType.Changed && (uri.endsWith(CONFIGURATION) || folderMayHoldRoot(uri)),
      )
    )
      void roots.find();
    const bySession = new Map<RootSession, { paths: string[]; listed: boolean }>();
    for (const { uri, type } of uris) {
      const owner = roots.ownerOf(uri);
      if (!owner) continue;
      const entry = bySession.get(owner.session) ?? { paths: [], listed: false };
      entry.paths.push(owner.path);
      if (type !== FileChangeType.Changed) entry.listed = true;
      bySession.set(owner.session, entry);
    }
    for (const [session, { paths, listed }] of bySession) void session.filesChanged(paths, listed);
  });

  /** A folder that appears or vanishes may take a whole root with it. */
  function folderMayHoldRoot(uri: string): boolean {
    return !/\.[A-Za-z0-9]{1,8}$/.test(uri) || roots.at(uri) !== undefined;
  }

  // Time passes while a window stays open: the day is looked at once an hour, and a new one checks again.
  let day = today();
  const clock = setInterval(() => {
    if (today() === day) return;
    day = today();
    for (const session of roots.all) session.dayChanged();
  }, 3_600_000);
  connection.onShutdown(() => {
    clearInterval(clock);
    clearTimeout(announce);
    for (const session of roots.all) session.close();
  });

  for (const feature of features) feature.register(featureHost);
  connection.listen();
}

/** The folders a client has open; older ones name only one, and some only its path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [fileUri(rootPath)] : [];
}

/** Today by the local clock, as an ISO date. */
function localDate(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
