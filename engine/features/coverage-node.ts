import { HOME_FRAMEWORK } from '../catalogue/catalogue';
import type { WorkspaceState } from '../workspace/snapshot';
import { rowAtOffset, thingAt } from './cursor';
import type { Meaning } from './things/thing';

/** The id of the coverage node meant at an offset: by the id there, else by the row, else by the document. */
export function coverageNodeAt(state: WorkspaceState, path: string, offset: number): string | undefined {
  const thing = thingAt(state, path, offset);
  const meant = thing && nodeOf(state, thing.meaning);
  if (meant !== undefined) return meant;
  const row = rowAtOffset(state, path, offset);
  if (row?.entity === 'system' && row.id !== '') return `system/${row.id}`;
  if (
    row?.entity === 'control-decision' &&
    row.framework === HOME_FRAMEWORK &&
    state.view.catalogue.controls.has(row.id)
  )
    return `control/${row.id}`;
  const document = state.view.document(path);
  if (document?.kind.single === 'system' && document.metadata.id !== '') return `system/${document.metadata.id}`;
  return document && `document/${path}`;
}

function nodeOf(state: WorkspaceState, meaning: Meaning): string | undefined {
  switch (meaning.is) {
    case 'control':
      return `control/${meaning.id}`;
    case 'group':
      return `group/${/^A\.\d+/.exec(meaning.id)?.[0] ?? meaning.id}`;
    case 'clause': {
      // Headings of the standard are no nodes of their own, but for the chapters.
      const heading = state.view.catalogue.clauses.get(meaning.id)?.heading_only === true;
      return heading ? `clauses/${meaning.id.split('.')[0]}` : `clause/${meaning.id}`;
    }
    case 'named': {
      const { named } = meaning;
      if (named.entity === 'system') return `system/${named.id}`;
      return named.row === named.document.metadata ? `document/${named.document.path}` : undefined;
    }
    case 'path':
      return meaning.document && !meaning.row ? `document/${meaning.path}` : undefined;
    default:
      return undefined;
  }
}
