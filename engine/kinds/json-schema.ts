import type { FieldDefinition, KindDefinition } from './kind';

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of a kind's YAML, for tools that know nothing of us. Liberal where we read liberally: it never forbids a key. */
export function kindSchema(kind: KindDefinition): JsonSchema {
  const properties: Record<string, unknown> = {
    ...fieldSchemas(kind.metadata),
    kind: { const: kind.kind, description: 'What this document is.' },
  };
  for (const row of kind.rows) {
    const items = { type: 'object', required: [row.identity], properties: fieldSchemas(row.fields) };
    properties[row.list] = { type: 'array', description: `One entry for each ${row.title}.`, items };
  }
  const metadata = kind.metadata.filter((field) => field.requiredFrom === 'draft').map((field) => field.name);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${kind.kind}.schema.json`,
    title: kind.title,
    description: kind.purpose,
    type: 'object',
    required: ['kind', ...metadata.filter((name) => name !== 'kind' && !name.includes('.'))],
    properties,
  };
}

function fieldSchemas(fields: readonly FieldDefinition[]): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const field of fields) {
    const [map, inner] = field.name.split('.');
    if (inner === undefined) properties[field.name] = fieldSchema(field);
    else {
      const parent = (properties[map as string] ?? { type: ['object', 'string'], properties: {} }) as {
        properties: Record<string, unknown>;
      };
      parent.properties[inner] = fieldSchema(field);
      properties[map as string] = parent;
    }
  }
  return properties;
}

function fieldSchema(field: FieldDefinition): JsonSchema {
  const description = field.help;
  if (field.type === 'map') {
    const items = field.parts && { type: 'object', properties: fieldSchemas(field.parts) };
    return { description, type: ['object', 'array'], ...(items ? { items } : {}) };
  }
  if (field.type === 'boolean') return { description, enum: [true, false, ''] };
  const single = field.values
    ? { enum: [...field.values.map(({ value }) => value), ''] }
    : { type: ['string', 'number', 'boolean'] };
  if (!field.list) return { description, ...single };
  return { description, anyOf: [single, { type: 'array', items: field.values ? single : {} }] };
}
