import { coverageOf } from '../../coverage/coverage';
import { gapsOf } from '../../coverage/gaps';
import { type GradedItem, isOpen } from '../../coverage/grade';
import { placePath } from '../../workspace/locate';
import type { Snapshot } from '../../workspace/snapshot';
import { Address, type Content, type Html, html } from './html';
import { type Section, section } from './section';
import { table } from './table';
import { gradeState, pathText } from './words';

/** The grade of each clause and control with its reason and what comes next. */
export function coverageSection(snapshot: Snapshot): Section {
  const { clauses, controls } = coverageOf(snapshot);
  const owners = new Map(gapsOf(snapshot).map((gap) => [gap.id, gap.owner]));
  const open = [...clauses, ...controls].filter(isOpen).length;
  return section(
    'coverage',
    'Coverage by clause and control',
    `${open} open`,
    html`<p>A grade says what the repository shows, and why. It never says that the organisation conforms.</p>
${table({
  caption: 'Clauses 4 to 10',
  remark: `${clauses.filter(isOpen).length} of ${clauses.length} open`,
  columns: [
    ['Clause', 20],
    ['Grade and reason', 28],
    ['Next step', 22],
    ['Documents that serve it', 30],
  ],
  rows: clauses.map((item) => itemRow(item, owners.get(`clause/${item.id}`), documentsOf(snapshot, item))),
})}${table({
  caption: 'Controls of Annex A by grade',
  remark: `${controls.filter(isOpen).length} of ${controls.length} open; decisions and evidence stand in the Statement of Applicability above`,
  columns: [
    ['Control', 24],
    ['Grade and reason', 42],
    ['Next step', 34],
  ],
  rows: controls.map((item) => itemRow(item, owners.get(`control/${item.id}`))),
})}`,
  );
}

function itemRow(item: GradedItem, owner: string | undefined, documents?: Content): Html {
  const { id, kind, title, reason, next } = item;
  const name =
    kind === 'clause'
      ? html`<th scope="row" id="clause-${id}"><b>${id}</b> ${title}</th>`
      : html`<th scope="row"><a href="${Address.place(`control-${id}`)}">${id}</a> ${title}</th>`;
  return html`<tr>${name}<td>${gradeState(item)}<p>${reason}</p></td><td>${next}${next !== '' && owner !== undefined && html`<span class="soft">${owner === '' ? 'Nobody is named for it.' : owner}</span>`}</td>${documents !== undefined && html`<td>${documents}</td>`}</tr>
`;
}

function documentsOf(snapshot: Snapshot, { evidence }: GradedItem): Html {
  const items = evidence.map((place) => {
    const path = placePath(place);
    return html`<li>${snapshot.view.document(path)?.title || pathText(path)}</li>`;
  });
  return items.length === 0 ? html`<span class="soft">None</span>` : html`<ul>${items}</ul>`;
}
