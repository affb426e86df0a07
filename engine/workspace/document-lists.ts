import type { Entity, KindDefinition } from '../kinds/kind';
import type { DocumentRecord } from '../kinds/record';
import { servingKey } from './changed-keys';
import { push, valuesOf } from './names';

/** Documents by `servingKey`: by the controls and clauses that they name in their metadata. Retired ones serve nothing. */
export function servingDocuments(documents: readonly DocumentRecord[]): ReadonlyMap<string, readonly DocumentRecord[]> {
  const found = new Map<string, DocumentRecord[]>();
  for (const document of documents) {
    if (document.status === 'retired') continue;
    for (const field of ['controls', 'clauses'])
      for (const key of new Set(valuesOf(document.metadata, field).map((id) => servingKey(field, id))))
        push(found, key, document);
  }
  return found;
}

/** Documents by their kind. */
export function documentsByKind(documents: readonly DocumentRecord[]): ReadonlyMap<string, readonly DocumentRecord[]> {
  const found = new Map<string, DocumentRecord[]>();
  for (const document of documents) push(found, document.kind.kind, document);
  return found;
}

/** True for a kind whose documents hold rows about something, or are about it themselves. */
export function holds(kind: KindDefinition, entity: Entity): boolean {
  if (kind.single === entity || kind.rows.some((row) => row.entity === entity)) return true;
  return entity === 'assessment' && kind.kind === 'ai-impact-assessment';
}
