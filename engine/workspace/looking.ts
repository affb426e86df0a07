/** What was computed, and what had to be looked at for it. */
export interface Looked<Value> {
  readonly value: Value;
  /** Keys such as `id:r-004` or `path:soa.yaml` (changed-keys.ts says which there are). */
  readonly keys: readonly string[];
}

/** The keys of one computation, each once. Most have few: a set is made only of many. */
interface Keys {
  readonly list: string[];
  all: Set<string> | undefined;
}

const FEW = 8;

function add(keys: Keys, key: string): void {
  const { list, all } = keys;
  if (all ? all.has(key) : list.includes(key)) return;
  list.push(key);
  if (all) all.add(key);
  else if (list.length > FEW) keys.all = new Set(list);
}

/**
 * Notes what a computation looks at, so that it need not be repeated while nothing of that changes. Computations may lie
 * within one another; what an inner one looked at, its outer one did too.
 */
export class Looking {
  readonly #open: Keys[] = [];

  /** Notes one key for the computations that are under way. */
  note(key: string): void {
    const open = this.#open[this.#open.length - 1];
    if (open) add(open, key);
  }

  /** Notes what a remembered computation had looked at. */
  noteAll(keys: readonly string[]): void {
    const open = this.#open[this.#open.length - 1];
    if (open) for (const key of keys) add(open, key);
  }

  /** Runs a computation and says what it looked at. */
  during<Value>(compute: () => Value): Looked<Value> {
    const own: Keys = { list: [], all: undefined };
    this.#open.push(own);
    try {
      const value = compute();
      return { value, keys: own.list };
    } finally {
      this.#open.pop();
      this.noteAll(own.list);
    }
  }

  /** Runs a computation whose answer has a key of its own, and does not note what it looks at. */
  apart<Value>(compute: () => Value): Value {
    this.#open.push({ list: [], all: undefined });
    try {
      return compute();
    } finally {
      this.#open.pop();
    }
  }
}
