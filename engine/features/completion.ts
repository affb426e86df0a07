import { BASELINE_FILE } from '../configuration/baseline';
import { CONFIGURATION_FILE } from '../configuration/configuration';
import { languageOf } from '../facts/read-document';
import type { WorkspaceState } from '../workspace/snapshot';
import { isExcluded } from '../workspace/unread-files';
import { configurationEntries } from './completion/configuration-entries';
import { topicDocumentation } from './completion/documentation';
import type { CompletionEntry } from './completion/entry';
import type { Here } from './completion/here';
import { unrecognisedEntries } from './completion/kind-heads';
import { markdownEntries } from './completion/markdown-entries';
import { tableEntries } from './completion/table-entries';
import { csvSpot } from './completion/table-spot';
import { yamlEntries } from './completion/yaml-entries';

export { type CompletionEntry, type EntryKind, MOST_ENTRIES } from './completion/entry';
export { withoutTabStops } from './edits/snippet';

/** How completion was asked for. */
export interface CompletionRequest {
  /** The sign whose typing opened the list; without it somebody asked for it. */
  readonly trigger?: string;
  /** The text of a file that is open and that the state does not know, because nothing recognises it. */
  readonly text?: string;
}

/** What can stand at an offset, best first; at most `MOST_ENTRIES`. Works on text that does not parse at this moment. */
export function completions(
  state: WorkspaceState,
  path: string,
  offset: number,
  request: CompletionRequest = {},
): readonly CompletionEntry[] {
  const known = state.texts.get(path);
  const text = known?.text ?? request.text;
  const trigger = request.trigger ?? '';
  if (text === undefined || isExcluded(path) || path === BASELINE_FILE) return [];
  if (path === CONFIGURATION_FILE) return configurationEntries(state, text, offset, trigger);
  const document = known?.record;
  if (!document)
    return trigger === '' || trigger === ' ' || trigger === ':' || trigger === '-'
      ? unrecognisedEntries(state, path, text, offset)
      : [];
  const here: Here = { state, view: state.view, path, text, offset, document, trigger };
  switch (languageOf(path)) {
    case 'yaml':
      return yamlEntries(here, { start: 0, end: text.length });
    case 'markdown':
      return markdownEntries(here);
    case 'csv': {
      const spot = csvSpot(text, offset);
      return spot && trigger !== '#' ? tableEntries(here, spot) : [];
    }
    default:
      return [];
  }
}

/** What the topic of an entry means, as Markdown; empty where there is nothing to add. */
export function completionDocumentation(state: WorkspaceState, topic: string): string {
  return topicDocumentation(state, topic);
}
