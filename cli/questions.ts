import { createInterface, type Interface } from 'node:readline/promises';

/** Asks a person at a terminal, one question at a time. Questions go to standard error, so that results stay apart. */
export class Questions {
  readonly #reader: Interface;
  #gone = false;

  private constructor() {
    this.#reader = createInterface({ input: process.stdin, output: process.stderr });
    this.#reader.on('close', () => {
      this.#gone = true;
    });
  }

  /** Undefined where nobody sits at a terminal. Has to be closed, or the program does not end. */
  static atTerminal(): Questions | undefined {
    return process.stdin.isTTY && process.stderr.isTTY ? new Questions() : undefined;
  }

  /** The answer without blanks around it. Throws where the person leaves, with Ctrl-C or Ctrl-D. */
  async ask(question: string): Promise<string> {
    const left = new AbortController();
    const leave = () => left.abort();
    this.#reader.once('SIGINT', leave);
    this.#reader.once('close', leave);
    try {
      if (this.#gone) throw new Error('left');
      return (await this.#reader.question(question, { signal: left.signal })).trim();
    } catch {
      process.stderr.write('\n');
      throw new Error('Nothing was written.');
    } finally {
      this.#reader.off('SIGINT', leave);
      this.#reader.off('close', leave);
    }
  }

  close(): void {
    this.#reader.close();
  }
}
