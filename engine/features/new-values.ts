import { readDate } from '../kinds/dates';
import type { FieldDefinition } from '../kinds/kind';
import { normalName } from '../kinds/normal-name';
import { splitIds, splitList } from '../kinds/tokens';
import { Vocabulary } from '../kinds/vocabulary';
import { foldId } from '../workspace/names';
import { nearestId } from '../workspace/nearest';
import type { WorkspaceState } from '../workspace/snapshot';
import type { Refusal } from './change';
import { whyOnlyByHand } from './scaffold/human-fields';

/** A field with the values it is to have, as they are written. */
export interface FieldValues {
  readonly definition: FieldDefinition;
  readonly values: readonly string[];
}

/** Reads `field` and `value` as a person gave them; the same field several times is a list. Refuses what cannot be written. */
export function readValues(
  state: WorkspaceState,
  fields: readonly FieldDefinition[],
  given: readonly (readonly [field: string, value: string])[],
): FieldValues[] | Refusal {
  const read = new Map<FieldDefinition, string[]>();
  for (const [name, value] of given) {
    const definition = fieldOf(fields, name);
    if (!definition) return { refused: noField(fields, name) };
    const why = whyOnlyByHand(definition.name);
    if (why !== undefined) return { refused: why };
    const values = valuesOf(state, definition, value);
    if ('refused' in values) return values;
    const known = read.get(definition) ?? [];
    if (known.length > 0 && !definition.list)
      return { refused: `"${definition.name}" has one value; it is set twice.` };
    read.set(definition, [...known, ...values]);
  }
  return [...read].map(([definition, values]) => ({ definition, values }));
}

function fieldOf(fields: readonly FieldDefinition[], name: string): FieldDefinition | undefined {
  const wanted = normalName(name);
  return (
    fields.find((field) => normalName(field.name) === wanted) ??
    fields.find((field) => field.synonyms?.some((synonym) => normalName(synonym) === wanted))
  );
}

function noField(fields: readonly FieldDefinition[], name: string): string {
  const settable = fields.map((field) => field.name).filter((field) => whyOnlyByHand(field) === undefined);
  const near = nearestId(name, settable);
  return `There is no field "${name}"${near === '' ? '' : `; perhaps "${near}" is meant`}. The fields are ${settable.join(', ')}.`;
}

function valuesOf(state: WorkspaceState, definition: FieldDefinition, value: string): string[] | Refusal {
  const { name, type, list, refersTo } = definition;
  if (/[\r\n]/.test(value)) return { refused: `"${name}" is set to more than one line; write that in the document.` };
  const parts = !list
    ? [value.trim()]
    : (refersTo || type === 'id' ? splitIds(value) : splitList(value)).map(({ text }) => text);
  const texts = parts.filter((part) => part !== '');
  if (texts.length === 0) return { refused: `"${name}" is set to nothing; leave it out.` };
  const result: string[] = [];
  for (const text of texts) {
    const one = valueOf(state, definition, text);
    if (typeof one !== 'string') return one;
    result.push(one);
  }
  return result;
}

function valueOf(
  state: WorkspaceState,
  { name, type, values = [], refersTo }: FieldDefinition,
  text: string,
): string | Refusal {
  if (type === 'map') return { refused: `"${name}" has parts; write them in the document.` };
  if (type === 'date') {
    const { iso } = readDate(text);
    return iso === '' ? { refused: `"${name}" needs a date such as 2026-11-20, not "${text}".` } : iso;
  }
  if (type === 'enum' || type === 'boolean') {
    const vocabulary = new Vocabulary(state.view.configuration.synonyms);
    const canonical = vocabulary.canonical({ name, type, values, help: '' }, text);
    const allowed = type === 'boolean' ? ['true', 'false'] : values.map((each) => each.value);
    return canonical ?? { refused: `"${name}" needs one of ${allowed.join(', ')}, not "${text}".` };
  }
  if (refersTo?.includes('system') && !refersTo.includes('path') && !/^all$/i.test(text))
    return knownSystem(state, text);
  return text;
}

/** The id of an AI system of the root as its inventory writes it. */
export function knownSystem({ view }: WorkspaceState, id: string): string | Refusal {
  const found = view.systems.find((row) => row.id !== '' && foldId(row.id) === foldId(id));
  if (found) return found.id;
  const ids = view.systems.map((row) => row.id).filter((each) => each !== '');
  const near = nearestId(id, ids);
  if (ids.length === 0)
    return { refused: `There is no AI system "${id}": none is in an inventory yet. Make one with "aims new system".` };
  return {
    refused: `There is no AI system "${id}"${near === '' ? '' : `; perhaps "${near}" is meant`}. There ${ids.length === 1 ? 'is' : 'are'} ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ' and more' : ''}.`,
  };
}
