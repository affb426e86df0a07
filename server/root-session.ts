import {
  createWorkspace,
  finish,
  LIMITS,
  languageOf,
  type Snapshot,
  type Workspace,
  type WorkspaceState,
} from '../engine/engine';
import type { FileSource } from '../host/file-source';
import type { Buffers } from './buffers';
import { type Pause, runInSlices } from './slices';
import { pathOf, uriOf } from './uris';

/** What a session needs of the server around it. */
export interface SessionHost {
  readonly buffers: Buffers;
  readonly pause: Pause;
  today(): string;
  /** Called with each new snapshot, in order. */
  checked(session: RootSession, snapshot: Snapshot): void;
  log(message: string): void;
}

const BATCH = 64;

/** One root while the server runs: keeps the workspace in step with buffers and disk, and checks after every change. */
export class RootSession {
  /** URI of the root folder, without a slash at the end. */
  readonly root: string;
  readonly #files: FileSource;
  readonly #host: SessionHost;
  readonly #workspace: Workspace;
  #sizes = new Map<string, number>();
  #unlisted: ReadonlyMap<string, string> = new Map();
  #loaded: Promise<void>;
  #dirty = true;
  /** Counts what makes a reading in progress worthless. */
  #generation = 0;
  #running = false;
  /** True while a reading goes in slices: the state is then older than the texts, though nothing is dirty. */
  #reading = false;
  #closed = false;
  #state: WorkspaceState | undefined;
  #snapshot: Snapshot | undefined;
  #waiting: (() => void)[] = [];

  constructor(
    root: string,
    files: FileSource,
    host: SessionHost,
    create: (today: string) => Workspace = createWorkspace,
  ) {
    this.root = root;
    this.#files = files;
    this.#host = host;
    this.#workspace = create(host.today());
    this.#workspace.setOutside(new Map());
    this.#loaded = this.#reload();
    this.#loaded.catch((error) => host.log(`${root} cannot be listed: ${String(error)}`));
  }

  /** How many times rules ran; for the test that prose runs none. */
  get ruleRuns(): number {
    return this.#workspace.ruleRuns;
  }

  /** The last snapshot, which may be behind the text by some milliseconds. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** True until the first snapshot is there. */
  get loading(): boolean {
    return this.#snapshot === undefined;
  }

  /** The state of the texts as they are now, read at once if something changed since. */
  async current(): Promise<WorkspaceState> {
    await this.#loaded;
    // The first reading is long and goes in slices; afterwards only what changed is read, which is short.
    while (!this.#state) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#dirty || this.#reading) {
      this.#generation++;
      this.#dirty = false;
      this.#state = finish(this.#workspace.read());
      this.#check();
    }
    return this.#state;
  }

  /** The snapshot that belongs to the texts as they are now. */
  async checked(): Promise<Snapshot> {
    for (;;) {
      const state = await this.current();
      if (this.#snapshot?.number === state.number) return this.#snapshot;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (this.#closed && this.#snapshot) return this.#snapshot;
    }
  }

  /** A buffer was opened, changed or closed. */
  async bufferChanged(path: string): Promise<void> {
    const buffer = this.#host.buffers.get(uriOf(this.root, path));
    if (buffer) {
      if (!this.#sizes.has(path)) {
        this.#sizes.set(path, buffer.text.length);
        this.#workspace.setFiles(this.#sizes, this.#unlisted);
      }
      this.#workspace.setText(path, { text: buffer.text, damaged: false });
      this.#changed();
    } else {
      await this.filesChanged([path], false);
    }
  }

  /** Files changed on disk; `listed` where some were created, renamed or deleted, so that the list has to be made again. */
  async filesChanged(paths: readonly string[], listed: boolean): Promise<void> {
    if (listed) {
      this.#loaded = this.#reload();
      await this.#loaded.catch((error) => this.#host.log(String(error)));
      return;
    }
    await this.#read(paths.filter((path) => this.#sizes.has(path) && languageOf(path) !== undefined));
    this.#changed();
  }

  /** The day may have changed. */
  dayChanged(): void {
    this.#changed();
  }

  /** Stops working on this root. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async #reload(): Promise<void> {
    const before = this.#sizes;
    const { sizes, unlisted } = await this.#files.list(LIMITS.files);
    this.#sizes = new Map(sizes);
    this.#unlisted = unlisted;
    for (const [uri, buffer] of this.#host.buffers.below(this.root)) {
      const path = pathOf(this.root, uri);
      if (path !== undefined && !this.#sizes.has(path) && before.has(path)) this.#sizes.set(path, buffer.text.length);
    }
    this.#workspace.setFiles(this.#sizes, this.#unlisted);
    await this.#read([...this.#sizes.keys()].filter((path) => this.#workspace.wants(path)));
    this.#changed();
  }

  async #read(paths: readonly string[]): Promise<void> {
    const onDisk: string[] = [];
    for (const path of paths) {
      const buffer = this.#host.buffers.get(uriOf(this.root, path));
      if (buffer) this.#workspace.setText(path, { text: buffer.text, damaged: false });
      else if (this.#workspace.wants(path)) onDisk.push(path);
    }
    for (let at = 0; at < onDisk.length; at += BATCH) {
      for (const [path, read] of await this.#files.read(onDisk.slice(at, at + BATCH))) {
        // A buffer may have been opened while we read the disk.
        if (this.#host.buffers.get(uriOf(this.root, path))) continue;
        if (read.ok) this.#workspace.setText(path, read.given);
        else this.#workspace.setUnreadable(path, read.why);
      }
    }
  }

  #changed(): void {
    this.#dirty = true;
    this.#generation++;
    this.#check();
  }

  /** Reads and checks in slices until nothing is left to do; a change in between starts over. */
  #check(): void {
    if (this.#running || this.#closed) return;
    this.#running = true;
    this.#run()
      .catch((error) => this.#host.log(error instanceof Error ? (error.stack ?? error.message) : String(error)))
      .finally(() => {
        this.#running = false;
        if (this.#isBehind() && !this.#closed) this.#check();
      });
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #isBehind(): boolean {
    return this.#dirty || this.#state?.number !== this.#snapshot?.number;
  }

  async #run(): Promise<void> {
    await this.#loaded;
    await this.#host.pause();
    while (this.#isBehind() && !this.#closed) {
      if (this.#dirty) {
        this.#dirty = false;
        this.#workspace.setToday(this.#host.today());
        const generation = this.#generation;
        const outdated = () => this.#generation !== generation || this.#closed;
        this.#reading = true;
        const state = await runInSlices(this.#workspace.read(), this.#host.pause, outdated).finally(() => {
          this.#reading = false;
        });
        if (!state) {
          if (!this.#state) this.#dirty = true;
          continue;
        }
        this.#state = state;
        this.#wake();
      }
      const state = this.#state;
      if (!state) return;
      const snapshot = await runInSlices(
        this.#workspace.check(state),
        this.#host.pause,
        () => this.#state !== state || this.#dirty || this.#closed,
      );
      if (!snapshot) continue;
      this.#snapshot = snapshot;
      this.#host.checked(this, snapshot);
      this.#wake();
      await this.#lookOutside();
    }
  }

  async #lookOutside(): Promise<void> {
    const asked = this.#workspace.askedOutside;
    if (asked.length === 0) return;
    this.#workspace.setOutside(await this.#files.lookOutside(asked));
    this.#dirty = true;
  }
}
