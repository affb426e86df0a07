import type { Row } from '../kinds/record';
import { rowsNamed } from './document-rows';
import { foldId, valuesOf } from './names';
import type { WorkspaceView } from './workspace-view';

/** For each supplier of some systems the first system that it delivers to, whichever of the two says so. */
export function suppliersOf(view: WorkspaceView, systems: readonly Row[]): ReadonlyMap<Row, Row> {
  const found = new Map<Row, Row>();
  const [first] = systems;
  if (!first) return found;
  for (const system of systems)
    for (const supplier of rowsNamed(view, system, 'suppliers')) if (!found.has(supplier)) found.set(supplier, system);
  const wanted = new Set(systems);
  for (const supplier of view.rows('supplier')) {
    if (found.has(supplier)) continue;
    const all = valuesOf(supplier, 'systems').some((value) => foldId(value) === 'all');
    const system = all ? first : rowsNamed(view, supplier, 'systems').find((row) => wanted.has(row));
    if (system) found.set(supplier, system);
  }
  return found;
}
