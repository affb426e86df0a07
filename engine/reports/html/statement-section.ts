import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import { coverageOf } from '../../coverage/coverage';
import { documentState } from '../../coverage/document-state';
import { type GradedItem, isOpen } from '../../coverage/grade';
import type { Row } from '../../kinds/record';
import { isForeign, statements } from '../../workspace/decisions';
import { type Linked, linkedTo } from '../../workspace/evidence';
import { filledText, foldId, valueOf, valuesOf } from '../../workspace/names';
import type { Snapshot } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { type Content, type Html, html } from './html';
import { type Section, section } from './section';
import { table } from './table';
import { byWhom, count, decisionWords, documentStateMark, gradeState, orNone, pathText, plain } from './words';

const COLUMNS = [
  ['Control', 17],
  ['Decision and justification', 27],
  ['Status, owner', 14],
  ['Evidence', 23],
  ['What the repository shows', 19],
] as const;

/** The Statement of Applicability: every control of Annex A once, by group. */
export function statementSection(snapshot: Snapshot): Section {
  const { view } = snapshot;
  const { controls } = coverageOf(snapshot);
  const bodies = view.catalogue.groups.map((group) => {
    const items = controls.filter((item) => view.catalogue.controls.get(item.id)?.group === group.id);
    const open = items.filter(isOpen).length;
    return html`<tbody>
<tr><th scope="rowgroup" colspan="5" class="group">${group.id} ${group.title}, ${open === 0 ? 'nothing open' : `${open} of ${items.length} open`}</th></tr>
${items.map((item) => controlRows(view, item))}</tbody>
`;
  });
  const open = controls.filter(isOpen).length;
  return section(
    'statement',
    'Statement of Applicability',
    `${open} open`,
    html`${documents(view)}${table({
      caption: 'Decisions about the controls of Annex A',
      remark: `${controls.length} controls in ${view.catalogue.groups.length} groups`,
      columns: COLUMNS,
      rows: bodies,
      bodies: true,
    })}${otherDecisions(view)}`,
  );
}

function documents(view: WorkspaceView): Content {
  const found = statements(view);
  if (found.length === 0) return html`<p class="note">There is no Statement of Applicability yet.</p>`;
  return found.map(
    (document) => html`<p>${document.title || 'Statement of Applicability'}, ${pathText(document.path)}${
      filledText(document.metadata, 'version') !== '' && `, version ${filledText(document.metadata, 'version')}`
    }: ${documentStateMark(documentState(view, document))}${
      valueOf(document.metadata, 'approved_on') !== '' &&
      `, ${byWhom('approved', filledText(document.metadata, 'approved_by'), valueOf(document.metadata, 'approved_on'), '')}`
    }.</p>
`,
  );
}

function controlRows(view: WorkspaceView, item: GradedItem): Html {
  const rows = view.decisions(HOME_FRAMEWORK).filter((row) => foldId(row.id) === foldId(item.id));
  const span = String(Math.max(1, rows.length));
  const name = html`<th scope="row" rowspan="${span}" id="control-${item.id}"><b>${item.id}</b> ${item.title}</th>`;
  const grade = html`<td rowspan="${span}">${gradeState(item)}<p>${item.reason}</p></td>`;
  if (rows.length === 0)
    return html`<tr>${name}<td colspan="3"><span class="soft">No row in the statement.</span></td>${grade}</tr>
`;
  return html`${rows.map(
    (
      row,
      index,
    ) => html`<tr>${index === 0 && name}${decisionCells(view, row, rows.length > 1)}${index === 0 && grade}</tr>
`,
  )}`;
}

function decisionCells(view: WorkspaceView, row: Row, several: boolean): Html {
  const systems = valuesOf(row, 'systems').join(', ');
  const risks = valuesOf(row, 'risks').join(', ');
  const basis = valuesOf(row, 'basis').map(plain).join(', ');
  const target = valueOf(row, 'target_date');
  return html`<td><b>${decisionWords(row)}</b>${several && systems !== '' && ` for ${systems}`}${basis !== '' && `, because of: ${basis}`}
<p>${orNone(filledText(row, 'justification'), 'No justification.')}</p>${risks !== '' && html`<p class="soft">Risks: ${risks}</p>`}</td>
<td>${orNone(plain(valueOf(row, 'status')), 'No status')}${target !== '' && html`<span class="soft">by ${target}</span>`}
<p>${orNone(filledText(row, 'owner'), 'No owner')}</p></td>
<td>${evidenceList(view, row)}</td>`;
}

const LINK_WORDS: Readonly<Record<Linked['state'], string>> = {
  missing: 'does not exist',
  incomplete: 'cannot be read in full',
  template: 'still a template',
  draft: 'draft',
  retired: 'retired or replaced',
  overdue: 'review overdue',
  current: '',
  past: 'older than the evidence period',
  undated: 'undated',
  circular: 'points back here',
};

function evidenceList(view: WorkspaceView, row: Row): Content {
  const lines = linkedTo(view, row).map((each) => {
    const remarks = [each.role === 'governing' ? '' : each.date, LINK_WORDS[each.state]].filter((word) => word !== '');
    return html`<li>${nameOf(each)}${remarks.length > 0 && html` <span class="soft">${remarks.join(', ')}</span>`}</li>`;
  });
  if (lines.length === 0) return html`<span class="soft">Nothing linked</span>`;
  // Two places of one document are one line.
  return html`<ul>${[...new Map(lines.map((line) => [line.toString(), line])).values()]}</ul>`;
}

function nameOf({ document, resolution, item }: Linked): Content {
  const row =
    resolution?.type === 'named' ? resolution.named : resolution?.type === 'file' ? resolution.row : undefined;
  if (document && row && row.row !== document.metadata) return `${row.id}, ${document.title || document.path}`;
  if (document) return document.title || pathText(document.path);
  if (resolution?.type === 'file') return pathText(resolution.path);
  return item?.link ?? item?.text;
}

/** Controls of the organisation's own, and of other standards, that stand in the statement too. */
function otherDecisions(view: WorkspaceView): Content {
  const rows = view
    .rows('control-decision')
    .filter((row) => row.framework !== HOME_FRAMEWORK || !view.catalogue.controls.has(row.id));
  if (rows.length === 0) return undefined;
  return table({
    caption: 'Other decisions in the statement',
    remark: count(rows.length, 'row that is about no control of Annex A', 'rows that are about no control of Annex A'),
    columns: [
      ['Control', 22],
      ['Decision and justification', 36],
      ['Status, owner', 16],
      ['Evidence', 26],
    ],
    rows: rows.map(
      (
        row,
      ) => html`<tr><th scope="row"><b>${row.id}</b> ${filledText(row, 'title')}<span class="soft">${frameworkWords(view, row)}</span></th>${decisionCells(view, row, true)}</tr>
`,
    ),
  });
}

function frameworkWords(view: WorkspaceView, row: Row): string {
  if (isForeign(row)) return view.catalogue.frameworkTitle(row.framework);
  if (row.framework === 'own') return 'own control';
  if (row.framework === HOME_FRAMEWORK) return 'Annex A has no control of this number';
  return row.framework === 'undecided' ? 'nothing says of which framework' : row.framework;
}
