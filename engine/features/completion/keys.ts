import type { FieldDefinition } from '../../kinds/kind';
import { yamlScalar } from '../edits/yaml-text';
import { type Candidate, candidateOf } from './entry';
import { fieldTable, type Here, type MapSpot } from './here';
import type { YamlSpot } from './yaml-spot';

const FIRST = ['kind', 'id', 'title', 'name'];

/** The keys that a map does not have yet: what is always needed first, then in the order of the kind. */
export function keyCandidates(here: Here, map: MapSpot, present: Iterable<string>): Candidate[] {
  const { kind } = here.document;
  if (map.of === 'reference') {
    const names = new Set(present);
    const keys: readonly (readonly [string, string])[] = [
      ['ref', 'Where it is: a path, a link or an id.'],
      ['date', 'The day the evidence is from.'],
    ];
    return keys
      .filter(([name]) => !names.has(name))
      .map(([label, detail]) => candidateOf('key', label, detail, { again: true }));
  }
  const definitions = fieldsOf(here, map);
  const table = fieldTable(here.state, definitions);
  const names = new Set<string>();
  for (const key of present) {
    const field = map.of === 'map' ? table.findNested(map.name, key) : table.isMap(key) ? undefined : table.find(key);
    names.add(field?.name ?? key);
    names.add(key);
  }
  const found = new Map<string, Candidate>();
  for (const field of definitions) {
    const [head = '', inner] = field.name.split('.');
    const key = map.of === 'map' ? (head === map.name ? inner : undefined) : head;
    if (key === undefined || found.has(key) || names.has(key) || names.has(field.name)) continue;
    const rank =
      FIRST.includes(key) && (map.of === 'document' || key === 'id')
        ? 1
        : field.requiredFrom === 'draft'
          ? 2
          : field.requiredFrom === 'approved'
            ? 3
            : 5;
    const nested = inner !== undefined && map.of !== 'map';
    found.set(
      key,
      candidateOf('key', key, nested ? 'Several values that belong together.' : field.help, {
        rank,
        again: !nested && hasChoices(field),
      }),
    );
  }
  if (map.of === 'document') {
    for (const row of kind.rows) {
      if (names.has(row.list) || names.has('entries')) continue;
      found.set(row.list, candidateOf('key', row.list, `The list: one entry for each ${row.title}.`, { rank: 4 }));
    }
  }
  return [...found.values()];
}

function fieldsOf(here: Here, map: MapSpot): readonly FieldDefinition[] {
  if (map.of === 'parts') return map.fields;
  const definition = map.of === 'document' || map.of === 'reference' ? undefined : map.definition;
  return definition ? definition.fields : here.document.kind.metadata;
}

/** A key as it is written: with its colon, brackets for a list, and the map's first keys below it. */
export function writeKey(
  here: Here,
  map: MapSpot,
  key: string,
  spot: YamlSpot,
  eol: string,
): { text: string; snippet: boolean } {
  if (spot.hasColon) return { text: spot.lead + key, snippet: false };
  const definitions = fieldsOf(here, map);
  const column = ' '.repeat(spot.column);
  const rows = map.of === 'document' ? here.document.kind.rows.find((row) => row.list === key) : undefined;
  if (rows) return { text: `${spot.lead}${key}:${eol}${column}  - $0`, snippet: true };
  const inner =
    map.of === 'map' || map.of === 'reference' ? [] : definitions.filter((field) => field.name.startsWith(`${key}.`));
  if (inner.length > 0) {
    const names = inner.map((field) => field.name.split('.')[1] ?? '');
    if (spot.flow !== 'none') return { text: `${spot.lead}${key}: { ${names[0]}: $0 }`, snippet: true };
    return {
      text: `${spot.lead}${key}:${names.map((name, index) => `${eol}${column}  ${name}: $${index + 1}`).join('')}`,
      snippet: true,
    };
  }
  const field =
    map.of === 'reference'
      ? undefined
      : definitions.find((each) => each.name === (map.of === 'map' ? `${map.name}.${key}` : key));
  if (key === 'kind') return { text: `${spot.lead}kind: ${yamlScalar(here.document.kind.kind)}`, snippet: false };
  return field?.list
    ? { text: `${spot.lead}${key}: [$0]`, snippet: true }
    : { text: `${spot.lead}${key}: `, snippet: false };
}

function hasChoices(field: FieldDefinition): boolean {
  return (
    field.type !== 'text' ||
    field.refersTo !== undefined ||
    /owner|(?:^|_)by$|basis|level|residual|likelihood|impact$/.test(field.name)
  );
}
