import { CLASS_FIELDS } from '../fields/class-fields';
import type { FieldDefinition, KindDefinition } from '../kind';

/** The fields that say who approved something and when it is looked at again, for records that need an approval. */
export function approvalFields(): readonly FieldDefinition[] {
  const names = ['approved_by', 'approved_on', 'next_review'];
  return CLASS_FIELDS.governing.filter((field) => names.includes(field.name));
}

/** A kind without the class fields that a field of its own stands for: a review is held on a day, so it has no `date` beside it. */
export function withoutFields(kind: KindDefinition, ...names: string[]): KindDefinition {
  return { ...kind, metadata: kind.metadata.filter((field) => !names.includes(field.name)) };
}

/** The fields of a row for a document that is one such row: its `status` may also say that the document is a template or no longer valid. */
export function asDocumentFields(fields: readonly FieldDefinition[]): readonly FieldDefinition[] {
  const ofDocuments = CLASS_FIELDS.record.find((field) => field.name === 'status')?.values ?? [];
  return fields.map((field) => {
    if (field.name !== 'status') return field;
    const own = new Set((field.values ?? []).flatMap(({ value, synonyms }) => [value, ...(synonyms ?? [])]));
    const added = ofDocuments.filter(({ value }) => value !== 'approved' && !own.has(value));
    return { ...field, values: [...added, ...(field.values ?? [])] };
  });
}

/** The same fields, none of them demanded: for a document that may hold one entry or a list of them. */
export function optionalFields(fields: readonly FieldDefinition[]): readonly FieldDefinition[] {
  return fields.map(({ requiredFrom: _demanded, ...field }) => field);
}
