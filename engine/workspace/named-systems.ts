import type { DocumentRecord, Item, Row } from '../kinds/record';
import { isInScope, isInUse } from './assessment-state';
import { foldId, valueOf, valuesOf } from './names';
import { isCanonical } from './references';
import { idPrefix } from './resolve';
import type { WorkspaceView } from './workspace-view';

/** True for a system that the management system covers and that is not retired. */
export function isActive(system: Row): boolean {
  return isInScope(system) && valueOf(system, 'lifecycle') !== 'retired';
}

/** True for a system that is covered and on which people already depend. */
export function isActiveInUse(system: Row): boolean {
  return isInScope(system) && isInUse(system);
}

/** Folded ids of the systems that rows name, by id or unique name; `all` where one says so. */
export function namedSystemIds(view: WorkspaceView, rows: Iterable<Row>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const row of rows) {
    for (const value of valuesOf(row, 'systems')) {
      const named = view.names.byName(value).filter((other) => other.entity === 'system');
      found.add(foldId(named.length === 1 ? (named[0]?.id ?? value) : value));
    }
  }
  return found;
}

/**
 * The items of `systems` that lead to no system (design: references, 4). In a table free words are no reference; in a
 * field of its own they are. Empty where a document that could not be read may hold the system, or no inventory exists.
 */
export function unknownSystems(view: WorkspaceView, document: DocumentRecord, row: Row): readonly Item[] {
  const field = row.fields.get('systems');
  if (field?.state !== 'filled' || view.systems.length === 0 || view.incompleteWith('system')) return [];
  const inCell = !isCanonical(document, row, field);
  return field.items.filter((item) => {
    const found = view.resolve(row.path, item, field.definition);
    if (found.type === 'text') return !inCell;
    if (found.type !== 'unresolved') return false;
    return !inCell || view.systems.some((system) => idPrefix(system.id) === idPrefix(item.value));
  });
}
