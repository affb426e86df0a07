// What the benchmark uses of the engine, bundled like the command line.
export { settleForShortRun } from '../cli/short-run';
export { finish } from '../engine/engine';
export { DiskFiles } from '../host/disk-files';
export { loadWorkspace } from '../host/load-workspace';
