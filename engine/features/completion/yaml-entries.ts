import type { RowDefinition } from '../../kinds/kind';
import { listDefinition } from '../../kinds/read-rows';
import type { Span } from '../../text/span';
import { literal } from '../edits/snippet';
import { lineEnd, yamlScalar } from '../edits/yaml-text';
import { type Candidate, type CompletionEntry, choose } from './entry';
import { type FieldSpot, fieldAt, type Here, mapAt, rowsAt } from './here';
import { keyCandidates, writeKey } from './keys';
import { fragmentEntries } from './paths';
import { looseEntries } from './prose';
import { decisionCandidates, listColumn, newRowCandidates, type RowPlace, rowLines, writeRow } from './row-snippets';
import { valueCandidates } from './values';
import { type YamlSpot, yamlSpot } from './yaml-spot';

/** What can stand at the cursor in YAML: a whole file or the front matter. */
export function yamlEntries(here: Here, region: Span): CompletionEntry[] {
  const spot = yamlSpot(here.text, region, here.offset);
  if (!spot) return [];
  if (spot.where === 'value') return unwanted(here.trigger, spot) ? [] : valueEntries(here, spot);
  // Spaces typed to indent a line open no list; the one behind a dash does.
  if (here.trigger === ' ' && !(spot.dash === 'spaced' && spot.typed === '') && spot.flow === 'none') return [];
  if (/[.|#/]/.test(here.trigger)) return spot.dash === 'none' ? [] : wordEntries(here, spot);
  return wordEntries(here, spot);
}

function unwanted(trigger: string, spot: YamlSpot): boolean {
  return trigger === ':' && spot.lead === '' && spot.flow === 'none';
}

/** A key, an item of a list, or a new row. */
function wordEntries(here: Here, spot: YamlSpot): CompletionEntry[] {
  const { document, text } = here;
  const { path } = spot;
  const last = path.at(-1);
  const rows = rowsAt(document.kind, path);
  if (rows && rows.inner.length === 0 && spot.flow === 'none') {
    const started = [...spot.siblings.keys()].length > 0;
    if (spot.dash !== 'none')
      return started
        ? keyEntries(here, spot)
        : [
            ...rowEntries(here, spot, rows.definition, {
              after: spot.dash === 'bare' ? 'dash' : 'item',
              column: spot.column,
            }),
            ...keyEntries(here, spot),
          ];
    return keyEntries(here, spot);
  }
  const list = listBelow(here, spot);
  if (list) {
    const column = listColumn(text, spot, list.key);
    const span = { start: spot.lineStart, end: spot.span.end };
    const added = rowEntries(here, { ...spot, span, typed: '' }, list.definition, { after: 'line', column });
    return path.length === 0 ? [...keyEntries(here, spot), ...added] : added;
  }
  // An item of a list of values, or the line below the key of one.
  const field = fieldAt(here, path, spot.siblings, spot.taken);
  const map = mapAt(here, path);
  // An item that is a map begins with one of its keys.
  if (field && !field.field.parts && (last === 0 || (spot.blank && field.field.list)) && spot.flow === 'none') {
    const dash = last === 0 ? '' : '- ';
    return writeValues(here, field, { ...spot, lead: spot.lead + dash });
  }
  return map ? keyEntries(here, spot) : [];
}

/** The register list whose next row the line could be. */
function listBelow(here: Here, spot: YamlSpot): { key: string; definition: RowDefinition } | undefined {
  if (!spot.blank) return undefined;
  const key = spot.path.length === 0 ? spot.above : spot.path.length === 1 ? spot.path[0] : undefined;
  if (typeof key !== 'string' || key === '') return undefined;
  if (spot.path.length === 0 && !/^$|^#/.test(spot.siblings.get(key) ?? '')) return undefined;
  const definition = listDefinition(here.document.kind.rows, key);
  return definition && { key, definition };
}

function rowEntries(here: Here, spot: YamlSpot, definition: RowDefinition, place: RowPlace): CompletionEntry[] {
  return choose(newRowCandidates(here, definition), spot.typed, spot.span, (candidate) => {
    const id = definition.entity === 'control-decision' ? candidate.label : (candidate.value ?? '');
    return { text: writeRow(rowLines(here, definition, id), place, here.text), snippet: true };
  });
}

function keyEntries(here: Here, spot: YamlSpot): CompletionEntry[] {
  const map = mapAt(here, spot.path);
  if (!map) return [];
  return choose(keyCandidates(here, map, spot.siblings.keys()), spot.typed, spot.span, ({ label }) =>
    writeKey(here, map, label, spot, lineEnd(here.text)),
  );
}

function valueEntries(here: Here, spot: YamlSpot): CompletionEntry[] {
  const rows = rowsAt(here.document.kind, spot.path);
  const field = fieldAt(here, spot.path, spot.siblings, spot.taken);
  // Behind the key of a register nothing stands: its rows are below.
  if (!field) return [];
  if (rows && field.entity === 'control-decision' && field.field.name === 'id' && rows.inner.length === 1) {
    const alone = spot.siblings.size === 0 && spot.flow === 'none' && spot.quote === '';
    return choose(decisionCandidates(here), spot.typed, spot.span, ({ label }) => {
      if (!alone) return { text: spot.lead + label };
      return {
        text:
          spot.lead + writeRow(rowLines(here, rows.definition, label), { after: 'id', column: spot.column }, here.text),
        snippet: true,
      };
    });
  }
  return writeValues(here, field, spot);
}

/** The values of a field, written as YAML. */
function writeValues(here: Here, field: FieldSpot, spot: YamlSpot): CompletionEntry[] {
  // A list written on one line without brackets is read as well: only the last part of it is meant.
  const isList = field.field.list === true;
  const cut = isList && spot.flow === 'none' && spot.quote === '' ? spot.typed.lastIndexOf(',') + 1 : 0;
  const part = spot.typed.slice(cut);
  const typed = part.trimStart();
  const span =
    cut === 0 ? spot.span : { start: spot.span.start + cut + part.length - typed.length, end: spot.span.end };
  const behind = field.field.refersTo?.includes('path') && fragmentEntries(here, typed, span.start, span.end);
  if (behind) return behind;
  if (here.trigger === '#') return [];
  const candidates = valueCandidates(here, field, typed);
  if (!candidates) return looseEntries(here, spot.typed, spot.span.end);
  if (/^[./]$/.test(here.trigger) && typed.trim() === '') return [];
  const free =
    field.field.type === 'text' &&
    field.field.refersTo !== undefined &&
    !isList &&
    field.field.name === 'implementation';
  if (free && typed.includes(' ')) return looseEntries(here, spot.typed, spot.span.end);
  const before = cut > 0 && part.length === typed.length ? ' ' : '';
  return choose(candidates, typed, span, (candidate) => {
    const value = candidate.value ?? candidate.label;
    if (spot.quote !== '')
      return { text: spot.quote === '"' ? value.replace(/[\\"]/g, '\\$&') : value.replace(/'/g, "''") };
    const scalar = plainScalar(value, candidate, field.field.name);
    const bracket =
      isList &&
      spot.flow === 'none' &&
      spot.where === 'value' &&
      cut === 0 &&
      spot.path.at(-1) !== 0 &&
      value !== 'all';
    return bracket
      ? { text: `${spot.lead}[${literal(scalar)}$0]`, snippet: true }
      : { text: (cut > 0 ? before : spot.lead) + scalar };
  });
}

/** A value as a scalar: ids, paths and dates need no quotes where YAML reads them as text. */
function plainScalar(value: string, candidate: Candidate, field: string): string {
  if (candidate.kind === 'date' || (candidate.kind === 'value' && /^(?:true|false)$/.test(value))) return value;
  if (candidate.kind === 'file' && /^[\w./-](?:[\w./@+ -]*[\w])?(?:#[\w.-]+)?$/.test(value)) return value;
  if (candidate.kind === 'clause' || field === 'version') return `"${value}"`;
  return yamlScalar(value);
}
