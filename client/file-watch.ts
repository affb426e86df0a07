import { type Disposable, type FileSystemWatcher, type Uri, workspace } from 'vscode';
import { FileChangeType, type FileEvent } from 'vscode-languageclient';
import { NEVER_LOOKED_AT, READ_BY_SERVER } from './files';

/** A branch switch changes many files at once: what happens within this time is told together. */
const TOGETHER_MS = 40;

/** Tells what happens to files. Without a root only an `aims.yaml` that appears is of interest. */
export class FileWatch implements Disposable {
  readonly #tell: (changes: FileEvent[]) => void;
  readonly #waiting = new Map<string, FileEvent>();
  #watcher: FileSystemWatcher;
  #everything = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (changes: FileEvent[]) => void) {
    this.#tell = tell;
    this.#watcher = this.#watch('**/aims.yaml');
  }

  /** Watches every file of the workspace while there is a root, since any of them may be evidence. */
  watchEverything(everything: boolean): void {
    if (everything === this.#everything) return;
    this.#everything = everything;
    this.#watcher.dispose();
    this.#watcher = this.#watch(everything ? '**/*' : '**/aims.yaml');
  }

  /** Tells of files that we made ourselves: not every file system reports changes. */
  created(uris: readonly Uri[]): void {
    for (const uri of uris) this.#note(uri, FileChangeType.Created);
  }

  /** Tells of a file as if it had changed, so that it is read again. */
  changed(uri: Uri): void {
    this.#note(uri, FileChangeType.Changed);
  }

  dispose(): void {
    this.#watcher.dispose();
    if (this.#timer) clearTimeout(this.#timer);
  }

  #watch(pattern: string): FileSystemWatcher {
    const watcher = workspace.createFileSystemWatcher(pattern);
    watcher.onDidCreate((uri) => this.#note(uri, FileChangeType.Created));
    watcher.onDidDelete((uri) => this.#note(uri, FileChangeType.Deleted));
    watcher.onDidChange((uri) => {
      if (READ_BY_SERVER.test(uri.path)) this.#note(uri, FileChangeType.Changed);
    });
    return watcher;
  }

  #note(uri: Uri, type: FileChangeType): void {
    const inWorkspace = workspace.asRelativePath(uri, false);
    if (inWorkspace.split('/').some((name) => NEVER_LOOKED_AT.has(name))) return;
    const written = uri.toString();
    const before = this.#waiting.get(written)?.type;
    // Made and then changed is still new to whoever hears of it only now.
    const made = before === FileChangeType.Created && type === FileChangeType.Changed;
    this.#waiting.set(written, { uri: written, type: made ? FileChangeType.Created : type });
    this.#timer ??= setTimeout(() => this.#flush(), TOGETHER_MS);
  }

  #flush(): void {
    const changes = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#timer = undefined;
    this.#tell(changes);
  }
}
