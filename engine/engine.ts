// The one door to the engine for everything outside of it, beside its features, reports and messages.
import packs from 'gen/frameworks';
import { createCatalogue } from './catalogue/catalogue';
import { setUpFiles } from './features/set-up';
import type { SetUpAnswers } from './features/set-up-answers';
import { kinds } from './kinds/registry';
import { rules } from './rules/registry';
import { Workspace } from './workspace/workspace';

/** A workspace with everything this product knows: all packs, kinds and rules. `today` is an ISO date. */
export function createWorkspace(today: string): Workspace {
  return new Workspace({ packs, kinds, rules }, today);
}

/** A workspace for one file without a root around it: only what the file itself shows is checked. */
export function createSingleFileWorkspace(today: string): Workspace {
  const own = rules.filter(
    (rule) => rule.scope === 'text' || rule.scope === 'engine' || (rule.scope === 'document' && !rule.looksAround),
  );
  return new Workspace({ packs, kinds, rules: own }, today);
}

/** True where a text says at its top that it is one of our kinds of documents. */
export function declaresKind(text: string): boolean {
  const head = text.slice(0, 2000);
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m.exec(head)?.[1] ?? head;
  const kind = /^kind:[ \t]*["']?([a-z-]+)/m.exec(yaml)?.[1];
  return kinds.some((each) => each.kind === kind);
}

/** The files of a starting point for the answers of "Set up a management system here". */
export function startingPoint(answers: SetUpAnswers): { path: string; text: string }[] {
  return setUpFiles(answers, createCatalogue(packs));
}

export type { ComparedRoot, ReadRoot } from './comparison/compared-root';
export { earlierDocuments, pairDocuments } from './comparison/pairs';
export { BASELINE_FILE } from './configuration/baseline';
export { BUILT_IN_EXCLUDES, CONFIGURATION_FILE } from './configuration/configuration';
export { languageOf } from './facts/read-document';
export { type DecodedText, decodeText } from './text/decode';
export { LineIndex } from './text/lines';
export { filledText } from './workspace/names';
export { joinPath } from './workspace/paths';
export { Snapshot, type SnapshotText, WorkspaceState } from './workspace/snapshot';
export { LIMITS } from './workspace/unread-files';
export { finish, Workspace } from './workspace/workspace';
