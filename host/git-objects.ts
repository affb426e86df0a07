import { type GitProcess, gitReason, startGit } from './git-process';

/** The bytes of an object, or why there are none. */
export type ReadObject =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly missing: boolean; readonly why: string };

interface Waiting {
  readonly id: string;
  readonly resolve: (read: ReadObject) => void;
}

/**
 * Reads objects of a repository by their ids through one Git that stays open: as they were committed, without filters and
 * without a checkout. Where that Git stops at a damaged object, the others are asked of a new one.
 */
export class GitObjects {
  readonly #program: string;
  readonly #folder: string;
  #child: GitProcess | undefined;
  #waiting: Waiting[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  /** How many bytes have to be there before it is worth looking. */
  #wanted = 0;
  #complaints = '';

  constructor(program: string, folder: string) {
    this.#program = program;
    this.#folder = folder;
  }

  /** Reads one object; several may be asked for at once, and answers come in that order. */
  read(id: string): Promise<ReadObject> {
    return new Promise((resolve) => {
      this.#waiting.push({ id, resolve });
      this.#running().stdin.write(`${id}\n`);
    });
  }

  /** Ends the Git behind it. */
  close(): void {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #running(): GitProcess {
    if (this.#child) return this.#child;
    const child = startGit(this.#program, this.#folder, ['cat-file', '--batch']);
    this.#child = child;
    this.#complaints = '';
    this.#chunks = [];
    this.#length = 0;
    this.#wanted = 0;
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      this.#take();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#complaints += chunk.toString();
    });
    let ended = false;
    const end = (why: string): void => {
      if (ended) return;
      ended = true;
      if (this.#child === child || this.#child === undefined) this.#stopped(why);
    };
    child.on('error', (error) => end(error.message));
    child.on('close', () => end(gitReason(this.#complaints)));
    return child;
  }

  /** Git has ended before it answered: the object it stopped at is the damaged one. */
  #stopped(why: string): void {
    this.#child = undefined;
    const [first, ...others] = this.#waiting;
    this.#waiting = [];
    first?.resolve({ ok: false, missing: false, why: why === '' ? 'Git stopped while reading it' : why });
    for (const { id, resolve } of others) void this.read(id).then(resolve);
  }

  #take(): void {
    // Chunks of a large object are only put together once all of it is there.
    if (this.#length < this.#wanted) return;
    const pending = Buffer.concat(this.#chunks);
    let used = 0;
    for (;;) {
      const end = pending.indexOf(10, used);
      const [waiting] = this.#waiting;
      this.#wanted = 0;
      if (end < 0 || !waiting) break;
      const head = pending.toString('utf8', used, end);
      const found = /^[0-9a-f]+ \w+ (\d+)$/.exec(head);
      if (!found) {
        used = end + 1;
        this.#waiting.shift();
        waiting.resolve({ ok: false, missing: true, why: 'missing or damaged in Git: "git fsck" says more' });
        continue;
      }
      const from = end + 1;
      const to = from + Number(found[1]);
      if (pending.length < to + 1) {
        this.#wanted = to + 1 - used;
        break;
      }
      this.#waiting.shift();
      used = to + 1;
      waiting.resolve({ ok: true, bytes: new Uint8Array(pending.subarray(from, to)) });
    }
    const rest = pending.subarray(used);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
  }
}
