// One root of the server, with a host whose pauses end when the test says so.
import { ok } from 'node:assert/strict';
import type { Snapshot } from '../../engine/engine';
import type { FileSource } from '../../host/file-source';
import { Buffers } from '../../server/buffers';
import { RootSession, type SessionHost } from '../../server/root-session';

const ROOT = 'file:///root';
const PATH = 'ai-systems.yaml';

/** A register long enough that reading it takes more than one slice. */
function register(purpose: string): string {
  const rows = Array.from(
    { length: 1_500 },
    (_, index) => `  - id: AIS-${index}\n    purpose: &p${index} ${purpose}\n`,
  );
  return `kind: ai-system-inventory\nid: INV-1\nsystems:\n${rows.join('')}`;
}

class PausedHost implements SessionHost {
  readonly buffers = new Buffers();
  readonly log = (message: string): void => {
    throw new Error(message);
  };
  #held: (() => void)[] | undefined;
  #paused: (() => void) | undefined;

  today(): string {
    return '2026-11-20';
  }

  checked(_session: RootSession, _snapshot: Snapshot): void {}

  pause = (): Promise<void> => {
    const held = this.#held;
    if (!held) return Promise.resolve();
    return new Promise((resolve) => {
      held.push(resolve);
      this.#paused?.();
    });
  };

  /** From now on every pause lasts until `release`. */
  hold(): void {
    this.#held = [];
  }

  /** Resolves when work pauses. */
  paused(): Promise<void> {
    return new Promise((resolve) => {
      this.#paused = resolve;
    });
  }

  /** Ends the pause; the next one is held too. */
  step(): void {
    for (const resolve of this.#held?.splice(0) ?? []) resolve();
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const resolve of held) resolve();
  }
}

describe('a root of the server', () => {
  it('answers about the text as it is now while that text is still being read', async () => {
    const host = new PausedHost();
    const files: FileSource = {
      list: async () => ({ sizes: new Map([[PATH, 1]]), unlisted: new Map() }),
      read: async () => new Map([[PATH, { ok: true, given: { text: register('Old purpose'), damaged: false } }]]),
      lookOutside: async () => new Map(),
    };
    const session = new RootSession(ROOT, files, host);
    await session.checked();
    host.hold();
    host.buffers.set(`${ROOT}/${PATH}`, { text: register('New purpose'), version: 1 });
    const atStart = host.paused();
    await session.bufferChanged(PATH);
    await atStart;
    const inReading = host.paused();
    host.step();
    await inReading;
    const state = await session.current();
    ok(state.texts.get(PATH)?.text.includes('New purpose'), 'the answer was about an older text');
    host.release();
    session.close();
  }).timeout(20_000);
});
