import type { Catalogue } from '../../catalogue/catalogue';
import type { NewRow, NewValue } from '../edits/row-edits';
import { placeholder, yamlScalar } from '../edits/yaml-text';

/** The fields of a new row of a Statement of Applicability. Decision, reason and status are the user's. */
export function newControlRow(id: string, title: string, fields: ReadonlySet<string>): NewRow {
  const open = (words: string): NewValue => ({ text: placeholder(words) });
  const row: (readonly [string, NewValue])[] = [['id', { text: id }]];
  if (fields.has('title')) row.push(['title', { text: title }]);
  row.push(['applicable', open('true or false')], ['justification', open('why it applies to you, or why not')]);
  if (fields.has('owner')) row.push(['owner', open('role')]);
  return row;
}

/** All controls of the catalogue as the items of a YAML list. */
export function controlRows(catalogue: Catalogue): string {
  const lines = [...catalogue.controls.values()].flatMap(({ id, title }) => [
    `  - id: ${id}`,
    `    title: ${yamlScalar(title)}`,
    `    applicable: ${yamlScalar(placeholder('true or false'))}`,
    `    justification: ${yamlScalar(placeholder('why it applies to you, or why not'))}`,
    '    basis: []',
    '    status: ""',
    '    owner: ""',
    '    evidence: []',
  ]);
  return `${lines.join('\n')}\n`;
}
