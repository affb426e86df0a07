import { resolve } from 'node:path';
import type { Snapshot } from '../../engine/engine';
import { type FindingRow, findingRows } from '../../engine/reports/finding-rows';
import { DiskFiles } from '../../host/disk-files';
import { loadWorkspace } from '../../host/load-workspace';

/** The day on which the examples are looked at. */
export const EXAMPLE_DAY = '2026-11-20';

/** An example read from disk as the command line reads it, with its findings. */
export async function loadExample(name: string): Promise<{ snapshot: Snapshot; findings: readonly FindingRow[] }> {
  const { snapshot } = await loadWorkspace(new DiskFiles(resolve('examples', name), resolve('.')), EXAMPLE_DAY);
  return { snapshot, findings: findingRows(snapshot, () => false) };
}
