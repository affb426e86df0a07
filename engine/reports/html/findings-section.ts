import type { Severity } from '../../configuration/configuration';
import type { Snapshot } from '../../workspace/snapshot';
import { countSeverities } from '../check-result';
import { type FindingRow, findingRows } from '../finding-rows';
import { type Html, html } from './html';
import { type Section, section } from './section';
import { table } from './table';
import { count, pathText } from './words';

const TITLES: readonly (readonly [Severity, string, string])[] = [
  ['error', 'Errors', 'what is missing or contradicts itself where it has to be right'],
  ['warning', 'Warnings', 'what will be asked about'],
  ['information', 'Information', 'what is worth knowing'],
  ['hint', 'Hints', 'what could be better'],
];

/** The findings of a snapshot as rows; computed once. */
export function rowsOf(snapshot: Snapshot): readonly FindingRow[] {
  return snapshot.remember(rowsOf, () => findingRows(snapshot, () => false));
}

/** Everything the checks found, by severity, with rule and place. The message says what to do. */
export function findingsSection(snapshot: Snapshot): Section {
  const rows = rowsOf(snapshot);
  const counts = countSeverities(rows);
  const remark = `${count(counts.error, 'error')}, ${count(counts.warning, 'warning')}`;
  const body =
    rows.length === 0
      ? html`<p>The checks found nothing.</p>`
      : TITLES.filter(([severity]) => counts[severity] > 0).map(
          ([severity, title, meaning]) => html`<h3>${title}</h3>
${table({
  caption: `${title}: ${counts[severity]}`,
  remark: meaning,
  columns: [
    ['What was found, and what to do', 54],
    ['Where', 26],
    ['Check, reason', 20],
  ],
  rows: rows.filter((row) => row.severity === severity).map(findingRow),
})}`,
        );
  return section('findings', 'Open findings', remark, body);
}

function findingRow({ message, path, line, rule, references }: FindingRow): Html {
  return html`<tr><td>${message}</td><td>${pathText(path, line)}</td><td>${pathText(rule)}${references.length > 0 && html`<span class="soft">${references.join('; ')}</span>`}</td></tr>
`;
}
