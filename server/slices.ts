/** Lets other work of the event loop run. Given by the host, since Node and workers have different ways. */
export type Pause = () => Promise<void>;

/** How long a slice of work may take before requests get their turn, in milliseconds. */
const SLICE = 8;

/** Runs steps in slices. Stops where `cancelled` says so; then the result is undefined. */
export async function runInSlices<Result>(
  steps: Generator<void, Result, void>,
  pause: Pause,
  cancelled: () => boolean,
): Promise<Result | undefined> {
  let started = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - started < SLICE) continue;
    await pause();
    if (cancelled()) return undefined;
    started = performance.now();
  }
}
