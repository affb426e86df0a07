import {
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { BUILT_IN_EXCLUDES, createSingleFileWorkspace, declaresKind, type Snapshot } from '../engine/engine';
import type { FileSource } from '../host/file-source';
import { Buffers } from './buffers';
import { abilitiesOf, type ClientAbilities, NO_ABILITIES } from './client-abilities';
import { ClientFiles } from './client-files';
import type { DocumentContext, FeatureHost } from './feature-host';
import { COMMAND_NAMES } from './features/commands';
import { features } from './features/registry';
import { coverageChanged, type InitializationOptions, listFiles } from './protocol';
import { diagnosticsOf } from './publish';
import { RootSession, type SessionHost } from './root-session';
import { SingleFile } from './single-file';
import type { Pause } from './slices';
import { fileUri, normalUri, parentUri, pathOf, uriOf } from './uris';

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

const MOST_FILES = 20_000;
const CONFIGURATION = '/aims.yaml';
/** What happens in these folders says nothing, and in some of them much happens. */
const NEVER_READ = new RegExp(`/(?:${BUILT_IN_EXCLUDES.map((name) => name.replace('.', '\\.')).join('|')})/`);

/** Starts the language server on a connection. All it knows comes from the engine; here are only transport and order. */
export function startServer(connection: Connection, host: ServerHost): void {
  const buffers = new Buffers();
  const documents = new Map<string, TextDocument>();
  const sessions = new Map<string, RootSession>();
  const published = new Map<string, string>();
  /** Files without a root that declare a kind of ours, while they are open. */
  const alone = new Map<string, RootSession>();
  let folders: string[] = [];
  let options: InitializationOptions = { ownSchemes: [] };
  let client: ClientAbilities = NO_ABILITIES;
  /** Roots that are being looked through after a file was saved; true where another one was saved meanwhile. */
  const lookingAgain = new Map<RootSession, boolean>();
  let announce: ReturnType<typeof setTimeout> | undefined;

  const today = () => options.today ?? localDate();
  const sessionHost: SessionHost = {
    buffers,
    pause: host.pause,
    today,
    checked: (session, snapshot) => {
      publish(session, snapshot);
      changed();
    },
    log: (message) => connection.console.error(message),
  };

  /** Tells the view that coverage may differ; several changes in a row are one message. */
  function changed(): void {
    // Ours alone has a view; others would only log that they do not know it.
    if (!client.ours) return;
    announce ??= setTimeout(() => {
      announce = undefined;
      const loading = [...sessions.values()].some((session) => session.loading);
      connection.sendNotification(coverageChanged, { roots: sessions.size, loading }).catch(() => undefined);
    }, 20);
  }

  function publish(session: RootSession, snapshot: Snapshot): void {
    const diagnostics = diagnosticsOf(snapshot, session.root);
    const paths = new Set([
      ...diagnostics.keys(),
      ...[...published.keys()].flatMap((uri) => sessionPath(session, uri)),
    ]);
    for (const path of paths) {
      const uri = uriOf(session.root, path);
      const buffer = buffers.get(uri);
      // The editor does not compare versions: a result for an older text is not sent at all.
      if (buffer && snapshot.texts.has(path) && snapshot.texts.get(path)?.text !== buffer.text) continue;
      send(uri, diagnostics.get(path) ?? [], buffer?.version);
    }
  }

  function send(uri: string, diagnostics: Diagnostic[], version: number | undefined): void {
    const key = JSON.stringify(diagnostics);
    if ((published.get(uri) ?? '[]') === key) return;
    if (diagnostics.length === 0) published.delete(uri);
    else published.set(uri, key);
    const shown = documents.get(uri)?.uri ?? uri;
    connection
      .sendDiagnostics({ uri: shown, diagnostics, ...(version === undefined ? {} : { version }) })
      .catch(() => undefined);
  }

  /** The path a published URI has in a session, if the session owns it. */
  function sessionPath(session: RootSession, uri: string): string[] {
    const path = pathOf(session.root, uri);
    return path !== undefined && sessionOf(uri) === session ? [path] : [];
  }

  /** The session with the nearest root above a URI; without a root, the one of the file alone. */
  function sessionOf(uri: string): RootSession | undefined {
    return rootOf(uri) ?? alone.get(uri);
  }

  function rootOf(uri: string): RootSession | undefined {
    for (let at = parentUri(uri); at.length > 0; at = parentUri(at)) {
      const session = sessions.get(at);
      if (session) return session;
      if (!/^[^:]+:\/\/[^/]*\/./.test(at)) return undefined;
    }
    return undefined;
  }

  async function findRoots(): Promise<void> {
    const found = new Map<string, string>();
    for (const folder of folders) for (const root of await rootsBelow(folder)) found.set(root, folder);
    const moved: string[] = [];
    for (const [root, session] of sessions) {
      if (found.has(root)) continue;
      session.close();
      sessions.delete(root);
      moved.push(root);
      for (const uri of [...published.keys()]) if (uri.startsWith(`${root}/`)) send(uri, [], undefined);
    }
    for (const [root, folder] of found) {
      if (sessions.has(root)) continue;
      sessions.set(
        root,
        new RootSession(root, host.files(root, folder) ?? new ClientFiles(connection, root, folder), sessionHost),
      );
      moved.push(root);
    }
    // A root inside another one takes its files away from it, and gives them back when it goes.
    for (const [root, session] of sessions)
      if (moved.some((other) => other.startsWith(`${root}/`))) void session.filesChanged([], true);
    for (const uri of [...alone.keys()]) followAlone(uri);
    changed();
  }

  async function rootsBelow(folder: string): Promise<readonly string[]> {
    const own = host.rootsBelow(folder);
    if (own) return own;
    if (!client.ours) return [];
    const { files } = await connection.sendRequest(listFiles, { folder, most: MOST_FILES });
    return files
      .map(({ uri }) => normalUri(uri))
      .filter((uri) => uri.endsWith(CONFIGURATION))
      .map(parentUri);
  }

  async function document(uri: string): Promise<DocumentContext | undefined> {
    const normal = normalUri(uri);
    const session = sessionOf(normal);
    const path = session && pathOf(session.root, normal);
    if (!session || path === undefined) return undefined;
    const state = await session.current();
    const lines = state.texts.get(path)?.lines;
    return lines && { session, state, path, lines };
  }

  const featureHost: FeatureHost = {
    connection,
    get client() {
      return client;
    },
    sessions: () => [...sessions.values()],
    session: (root) => sessions.get(normalUri(root)),
    document,
    checkedDocument: async (uri) => {
      const normal = normalUri(uri);
      const session = sessionOf(normal);
      const path = session && pathOf(session.root, normal);
      if (!session || path === undefined) return undefined;
      const snapshot = await session.checked();
      const lines = snapshot.texts.get(path)?.lines;
      return lines && { session, state: snapshot, snapshot, path, lines };
    },
    openFile: async (uri) => {
      const normal = normalUri(uri);
      const session = sessionOf(normal);
      const path = session && pathOf(session.root, normal);
      const state = path === undefined ? undefined : await session?.current();
      const text = buffers.get(normal)?.text;
      return session && path !== undefined && state && text !== undefined ? { session, state, path, text } : undefined;
    },
    version: (uri) => buffers.get(normalUri(uri))?.version ?? null,
  };

  connection.onInitialize((params) => {
    options = { ...options, ...(params.initializationOptions as InitializationOptions | undefined) };
    folders = foldersOf(params).map(normalUri);
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
        folders = folders
          .filter((folder) => !removed.some(({ uri }) => normalUri(uri) === folder))
          .concat(added.map(({ uri }) => normalUri(uri)));
        void findRoots();
      });
    if (!client.ours && client.watchesOnRequest)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
        .catch((error) => connection.console.error(String(error)));
    void findRoots().catch((error) => connection.console.error(String(error)));
  });

  /** True where nobody tells of files that change on disk: then they are looked at whenever one is saved. */
  function looksOnSave(): boolean {
    return !client.ours && !client.watchesOnRequest;
  }

  connection.onDidSaveTextDocument(({ textDocument }) => {
    if (!looksOnSave()) return;
    const uri = normalUri(textDocument.uri);
    const session = sessionOf(uri);
    if (session) void lookAgain(session);
    if (!session || uri.endsWith(CONFIGURATION)) void findRoots().catch(() => undefined);
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

  /** Opens the root around a file that lies in no folder that was opened, as an editor without folders does. */
  function joinRootAbove(uri: string): void {
    if (client.ours || rootOf(uri)) return;
    const root = host.rootAbove(parentUri(uri));
    if (root === undefined || folders.includes(root)) return;
    folders = [...folders, root];
    void findRoots().catch((error) => connection.console.error(String(error)));
  }

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const { uri, languageId, version, text } = textDocument;
    documents.set(normalUri(uri), TextDocument.create(uri, languageId, version, text));
    joinRootAbove(normalUri(uri));
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
    followAlone(uri);
    const session = sessionOf(uri);
    const path = session && pathOf(session.root, uri);
    if (session && path !== undefined)
      void session.bufferChanged(path).catch((error) => connection.console.error(String(error)));
  }

  /** Starts, or ends, looking at a file on its own. */
  function followAlone(uri: string): void {
    const text = buffers.get(uri)?.text;
    const wanted = text !== undefined && !rootOf(uri) && declaresKind(text);
    const known = alone.get(uri);
    if (wanted && !known) {
      const root = parentUri(uri);
      const path = pathOf(root, uri) ?? '';
      alone.set(uri, new RootSession(root, new SingleFile(path), sessionHost, createSingleFileWorkspace));
    } else if (!wanted && known) {
      known.close();
      alone.delete(uri);
      if (!rootOf(uri)) send(uri, [], undefined);
    }
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
      void findRoots();
    const bySession = new Map<RootSession, { paths: string[]; listed: boolean }>();
    for (const { uri, type } of uris) {
      const session = sessionOf(uri);
      const path = session && pathOf(session.root, uri);
      if (!session || path === undefined) continue;
      const entry = bySession.get(session) ?? { paths: [], listed: false };
      entry.paths.push(path);
      if (type !== FileChangeType.Changed) entry.listed = true;
      bySession.set(session, entry);
    }
    for (const [session, { paths, listed }] of bySession) void session.filesChanged(paths, listed);
  });

  /** A folder that appears or vanishes may take a whole root with it. */
  function folderMayHoldRoot(uri: string): boolean {
    return !/\.[A-Za-z0-9]{1,8}$/.test(uri) || sessions.has(uri);
  }

  // Time passes while a window stays open: the day is looked at once an hour, and a new one checks again.
  let day = today();
  const clock = setInterval(() => {
    if (today() === day) return;
    day = today();
    for (const session of sessions.values()) session.dayChanged();
  }, 3_600_000);
  connection.onShutdown(() => {
    clearInterval(clock);
    clearTimeout(announce);
    for (const session of sessions.values()) session.close();
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
