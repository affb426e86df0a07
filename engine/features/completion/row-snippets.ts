import templates from 'gen/templates';
import type { Entity, RowDefinition } from '../../kinds/kind';
import { filledText } from '../../workspace/names';
import { riskScale, stepsFor } from '../../workspace/risk-scale';
import { literal } from '../edits/snippet';
import { lineEnd } from '../edits/yaml-text';
import { type Candidate, candidateOf } from './entry';
import type { Here } from './here';
import { controlCandidates } from './references';
import { nextFreeId } from './values';
import type { YamlSpot } from './yaml-spot';

const TEMPLATES: Partial<Record<Entity, string>> = {
  'control-decision': 'control',
  'document-entry': 'document',
  'external-document': 'document',
};

/** The keys of a new row with tab stops, one line each, without dash and indentation. */
export function rowLines(here: Here, definition: RowDefinition, id: string): string[] {
  const template = templates[`rows/${TEMPLATES[definition.entity] ?? definition.entity}.yaml`];
  if (template === undefined) {
    const wanted = definition.fields
      .filter((field) => field.name === definition.identity || !field.name.includes('.'))
      .slice(0, 8);
    return wanted.map(
      (field, index) =>
        `${field.name}: ${field.name === 'id' ? `\${1:${id}}` : field.list ? `[\${${index + 1}}]` : field.type === 'text' ? `"\${${index + 1}}"` : `\${${index + 1}}`}`,
    );
  }
  const fixed = definition.entity === 'control-decision';
  const lines = template
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/^(?:- | {2})/, ''));
  const scale = riskScale(here.view);
  return lines.map((line) => {
    if (line.startsWith('id:')) return fixed ? `id: ${id}` : `id: \${1:${literal(id)}}`;
    const field = /^(likelihood|impact|level|residual):/.exec(line)?.[1];
    const words = field === undefined || !scale ? [] : stepsFor(scale, field).words;
    return words.length === 0
      ? line
      : line.replace(/\|"",[^|]*\|/, `|"",${words.map((word) => word.replace(/[\\,|$}]/g, '\\$&')).join(',')}|`);
  });
}

/** Where a new row goes: what stands on the line already, and the columns of its dash and keys. */
export interface RowPlace {
  /** `line`: nothing; `dash`: `-`; `item`: `- `; `id`: `- id: `. */
  readonly after: 'line' | 'dash' | 'item' | 'id';
  /** The column of the keys. */
  readonly column: number;
}

/** A row as a snippet, written on from what stands on the line already. */
export function writeRow(lines: readonly string[], { after, column }: RowPlace, text: string): string {
  const [first = '', ...rest] = lines;
  const begin =
    after === 'line'
      ? `${' '.repeat(Math.max(0, column - 2))}- ${first}`
      : after === 'dash'
        ? ` ${first}`
        : after === 'item'
          ? first
          : first.replace(/^\w+:[ ]*/, '');
  return [begin, ...rest.map((line) => ' '.repeat(column) + line)].join(lineEnd(text));
}

/** The choices for a new row: in a Statement of Applicability one for each control, the missing ones first. */
export function newRowCandidates(here: Here, definition: RowDefinition): Candidate[] {
  if (definition.entity === 'control-decision') return decisionCandidates(here);
  const id = definition.identity === 'id' ? nextFreeId(here, definition.entity) : '';
  return [
    candidateOf(
      'snippet',
      `New ${definition.title}${id === '' ? '' : ` ${id}`}`,
      'An entry with everything that is asked for; the answers stay open.',
      { value: id, words: `id ${id} ${definition.title}`, rank: 0 },
    ),
  ];
}

/** The controls for the id of a decision: those without a decision first. */
export function decisionCandidates(here: Here): Candidate[] {
  const framework = filledText(here.document.metadata, 'framework');
  if (/27001/.test(framework) && !/42001/.test(framework)) return [];
  const decided = decidedControls(here);
  return controlCandidates(here.state).map((each) =>
    decided.has(each.label) ? { ...each, rank: 7, detail: `has a row: ${each.detail}` } : { ...each, rank: 2 },
  );
}

/** Controls that have a row, also where the text does not parse at this moment; the line of the cursor does not count. */
export function decidedControls(here: Here): ReadonlySet<string> {
  const { text, offset } = here;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const decided = new Set<string>();
  const current = /A\.\d{1,2}(?:\.\d{1,2})+/.exec(
    text.slice(lineStart, (text.indexOf('\n', offset) + 1 || text.length + 1) - 1),
  )?.[0];
  for (const row of here.document.rows)
    if (row.entity === 'control-decision' && row.id !== current) decided.add(row.id);
  for (const match of text.matchAll(
    /^[ \t]*(?:- +)*(?:\{ *)?["']?(?:id|control)["']?[ \t]*:[ \t]*["']?(A\.\d[\d.]*\d)/gm,
  )) {
    if (match.index < lineStart || match.index > offset) decided.add(match[1] ?? '');
  }
  return decided;
}

/** The column of the keys in a list, from its first item; two behind the list's own indentation where it has none yet. */
export function listColumn(text: string, spot: YamlSpot, list: string): number {
  const name = list.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`^["']?${name}["']?[ \\t]*:[^\\n]*\\n(?:[ \\t]*(?:#[^\\n]*)?\\n)*([ ]*)-([ ]+)`, 'm').exec(
    text,
  );
  return match ? (match[1]?.length ?? 2) + 1 + (match[2]?.length ?? 1) : Math.max(2, spot.column) + 2;
}
