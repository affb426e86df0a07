/** What was computed, and what had to be looked at for it. */
export interface Looked<Value> {
  readonly value: Value;
  /** Keys such as `id:r-004` or `path:soa.yaml` (changed-keys.ts says which there are). */
  readonly keys: readonly string[];
}

/**
 * Notes what a computation looks at, so that it need not be repeated while nothing of that changes. Computations may lie
 * within one another; what an inner one looked at, its outer one did too.
 */
export class Looking {
  readonly #open: Set<string>[] = [];

  /** Notes one key for the computations that are under way. */
  note(key: string): void {
    this.#open.at(-1)?.add(key);
  }

  /** Notes what a remembered computation had looked at. */
  noteAll(keys: readonly string[]): void {
    const open = this.#open.at(-1);
    if (open) for (const key of keys) open.add(key);
  }

  /** Runs a computation and says what it looked at. */
  during<Value>(compute: () => Value): Looked<Value> {
    const own = new Set<string>();
    this.#open.push(own);
    try {
      const value = compute();
      return { value, keys: [...own] };
    } finally {
      this.#open.pop();
      const outer = this.#open.at(-1);
      if (outer) for (const key of own) outer.add(key);
    }
  }

  /** Runs a computation whose answer has a key of its own, and does not note what it looks at. */
  apart<Value>(compute: () => Value): Value {
    this.#open.push(new Set());
    try {
      return compute();
    } finally {
      this.#open.pop();
    }
  }
}
