import { createWorkspace, type Snapshot, type Workspace } from '../../engine/engine';
import { coverageJson } from '../../engine/reports/coverage-json';
import { type FindingRow, findingRows } from '../../engine/reports/finding-rows';
import { listJson } from '../../engine/reports/list-json';
import { decodeText } from '../../engine/text/decode';

/** The day of every test that does not name another. */
export const TODAY = '2026-11-20';

/** Files by path, as text or as bytes. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Tells a workspace what files there are now, as a host would after listing and reading them. */
export function giveFiles(workspace: Workspace, files: Files): void {
  const size = (content: string | Uint8Array) =>
    typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  workspace.setFiles(new Map([...files].map(([path, content]) => [path, size(content)])));
  for (const [path, content] of files) {
    if (!workspace.wants(path)) continue;
    const { text, damaged } = typeof content === 'string' ? { text: content, damaged: false } : decodeText(content);
    workspace.setText(path, { text, damaged });
  }
}

/** A workspace with all rules and these files, and its first snapshot. */
export function workspaceOf(files: Files, today = TODAY): { workspace: Workspace; snapshot: Snapshot } {
  const workspace = createWorkspace(today);
  workspace.setOutside(new Map());
  giveFiles(workspace, files);
  return { workspace, snapshot: workspace.updateNow() };
}

/** The findings of a snapshot as the command line lists them. */
export function rowsOf(snapshot: Snapshot): FindingRow[] {
  return findingRows(snapshot, () => false);
}

/** Everything the faces could tell apart, as text. */
export function everything(snapshot: Snapshot, today = TODAY): { findings: string[]; list: string; coverage: string } {
  const roots = [{ snapshot, prefix: '' }];
  return {
    findings: rowsOf(snapshot).map((row) => JSON.stringify(row)),
    list: listJson(roots),
    coverage: coverageJson(today, roots),
  };
}
