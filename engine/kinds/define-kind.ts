import { CLASS_FIELDS } from './fields/class-fields';
import type { KindDefinition } from './kind';

/** Completes a kind with the metadata fields of its class; a field the kind defines itself comes first and wins. */
export function defineKind(kind: Omit<KindDefinition, 'metadata'>): KindDefinition {
  const own = new Set(kind.fields.map((field) => field.name));
  return { ...kind, metadata: [...kind.fields, ...CLASS_FIELDS[kind.class].filter((field) => !own.has(field.name))] };
}
