import { filledText, foldName } from './names';
import type { WorkspaceView } from './workspace-view';

/** Who holds which role, from the documents about roles, folded for comparison; empty where nobody stands there. */
export function roleHolders(view: WorkspaceView): readonly string[] {
  return view.remember(roleHolders, () => findHolders(view));
}

function findHolders(view: WorkspaceView): readonly string[] {
  if (view.incompleteWith('role')) return [];
  const rows = view.rows('role');
  if (!rows.some((row) => filledText(row, 'holder') !== '')) return [];
  return rows
    .flatMap((row) => ['role', 'holder', 'deputy'].map((field) => foldPerson(filledText(row, field))))
    .filter((name) => name.length > 2);
}

/** True where one of the persons or roles in a text is among the holders; words that contain each other count. */
export function matchesHolder(written: string, holders: readonly string[]): boolean {
  const parts = written
    .split(/[,;/()\n]|\s(?:and|und|et|y|en|&|–|—|-)\s/)
    .map(foldPerson)
    .filter((part) => part.length > 2);
  return (
    parts.length === 0 || parts.some((part) => holders.some((holder) => holder.includes(part) || part.includes(holder)))
  );
}

function foldPerson(text: string): string {
  return foldName(text)
    .replace(/^(?:the|dr\.?|prof\.?|mr\.?|ms\.?|mrs\.?)\s+/, '')
    .replace(/[.*_`]/g, '');
}
