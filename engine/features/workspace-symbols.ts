import { HOME_FRAMEWORK } from '../catalogue/catalogue';
import type { Target } from '../kinds/kind';
import type { Place } from '../workspace/finding';
import { foldName } from '../workspace/names';
import { onRow } from '../workspace/places';
import type { WorkspaceState } from '../workspace/snapshot';

/** Something with an id anywhere in the root. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly sort: Target;
  /** The document it stands in. */
  readonly container: string;
  readonly at: Place;
}

const MOST = 500;

/** Rows and documents whose id or name holds every word of the query. */
export function workspaceSymbols(state: WorkspaceState, query: string): readonly WorkspaceSymbol[] {
  const words = foldName(query).split(' ');
  const fits = ({ folded }: { folded: string }) => words.every((word) => folded.includes(word));
  return allSymbols(state)
    .filter(fits)
    .slice(0, MOST)
    .map(({ symbol }) => symbol);
}

function allSymbols(state: WorkspaceState): readonly { symbol: WorkspaceSymbol; folded: string }[] {
  return state.remember(allSymbols, () => {
    const { view } = state;
    const symbols: WorkspaceSymbol[] = [];
    for (const { id, name, entity, document, row } of view.names.all()) {
      const container = document.title || document.path;
      symbols.push({ name: name === '' ? id : `${id} ${name}`, sort: entity, container, at: onRow(row) });
    }
    for (const row of view.decisions(HOME_FRAMEWORK)) {
      const title = view.catalogue.controls.get(row.id)?.title ?? '';
      const container = view.document(row.path)?.title || row.path;
      symbols.push({ name: `${row.id} ${title}`.trim(), sort: 'control', container, at: onRow(row) });
    }
    return symbols.map((symbol) => ({ symbol, folded: foldName(symbol.name) }));
  });
}
