/** Runs a task. Asked while it runs, it runs once more afterwards, however often it was asked. */
export class Repeating {
  readonly #task: () => Promise<void>;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  /** Resolves when a run that began after this call has ended. */
  ask(): Promise<void> {
    if (this.#running) this.#again = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#task();
      } while (this.#again);
    } finally {
      this.#running = undefined;
    }
  }
}
