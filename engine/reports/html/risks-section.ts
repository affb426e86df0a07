import type { Row } from '../../kinds/record';
import { filledText, valueOf, valuesOf } from '../../workspace/names';
import { isAcceptable, type RiskScale, riskScale } from '../../workspace/risk-scale';
import type { Snapshot } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { type Content, type Html, html } from './html';
import { riskMaps } from './risk-maps';
import { type Section, section } from './section';
import { table } from './table';
import { answer, byWhom, count, late, orNone, pathText, plain } from './words';

/** The risks with their maps, and the plan for treating them. */
export function risksSection(snapshot: Snapshot): Section {
  const { view } = snapshot;
  const risks = view.rows('risk');
  if (risks.length === 0) return section('risks', 'Risks', 'none', html`<p>No risk is registered.</p>`);
  const scale = riskScale(view);
  const open = risks.filter(isOpenRisk);
  const above = open.filter((risk) => isAcceptable(scale, remaining(risk)) === false).length;
  return section(
    'risks',
    'Risks',
    above === 0 ? count(risks.length, 'risk') : `${above} above the criteria`,
    html`${criteria(scale)}${riskMaps(scale, open)}${riskTable(scale, risks)}${treatments(view)}`,
  );
}

/** True for a risk that is still there. */
export function isOpenRisk(risk: Row): boolean {
  return valueOf(risk, 'status') !== 'closed';
}

/** What remains of a risk, as somebody rated it; a risk that is kept as it is remains at its level. */
export function remaining(risk: Row): string {
  return filledText(risk, 'residual') || (valueOf(risk, 'treatment') === 'retain' ? filledText(risk, 'level') : '');
}

function criteria(scale: RiskScale | undefined): Html {
  if (!scale) return html`<p>No risk criteria declare an order of levels, so risks are listed without a map.</p>`;
  const acceptable = scale.levels.words.filter((_, place) => scale.acceptable.has(place));
  return html`<p>Levels as declared in ${scale.document.title || 'the risk criteria'} (${pathText(scale.document.path)}): ${scale.levels.words.join(', ')}. ${
    acceptable.length === 0
      ? 'Nothing says which need no further treatment.'
      : `Needing no further treatment: ${acceptable.join(', ')}.`
  }</p>`;
}

function riskTable(scale: RiskScale | undefined, risks: readonly Row[]): Html {
  return table({
    caption: 'Risk register',
    columns: [
      ['Risk', 30],
      ['Before treatment', 15],
      ['Treatment', 20],
      ['What remains', 16],
      ['Owner, acceptance', 19],
    ],
    rows: risks.map((risk) => riskRow(scale, risk)),
  });
}

function riskRow(scale: RiskScale | undefined, risk: Row): Html {
  const systems = valuesOf(risk, 'systems').join(', ');
  const rated = [filledText(risk, 'likelihood'), filledText(risk, 'impact')].filter((word) => word !== '').join(', ');
  const controls = valuesOf(risk, 'controls').join(', ');
  const [by, on] = [filledText(risk, 'accepted_by'), valueOf(risk, 'accepted_on')];
  const accepted = byWhom('accepted', by, on, 'not accepted');
  return html`<tr><th scope="row"><b>${risk.id}</b> ${filledText(risk, 'title')}${systems !== '' && html`<span class="soft">${systems}</span>`}${!isOpenRisk(risk) && html`<span class="soft">closed</span>`}</th>
<td>${orNone(filledText(risk, 'level'), 'Not rated')}${rated !== '' && html`<span class="soft">${rated}</span>`}</td>
<td>${orNone(plain(valueOf(risk, 'treatment')), 'Not decided')}${controls !== '' && html`<span class="soft">${controls}</span>`}</td>
<td>${remains(scale, risk)}</td>
<td>${orNone(filledText(risk, 'owner'), 'No owner')}<span class="soft">${accepted}</span></td></tr>
`;
}

function remains(scale: RiskScale | undefined, risk: Row): Content {
  const level = remaining(risk);
  if (level === '') return html`<span class="soft">Not rated</span>`;
  const acceptable = isAcceptable(scale, level);
  if (acceptable === undefined || !isOpenRisk(risk)) return level;
  return answer(acceptable ? 'yes' : 'no', acceptable ? level : `${level}, above the criteria`);
}

function treatments(view: WorkspaceView): Content {
  const rows = view.rows('treatment');
  if (rows.length === 0)
    return html`<h3>Treatment</h3>
<p>No treatment plan has an entry.</p>`;
  const waiting = rows.filter((row) => isLate(view, row)).length;
  return html`<h3>Treatment</h3>
${table({
  caption: 'Treatment plan',
  remark: waiting === 0 ? 'nothing is past its day' : `${waiting} past their day`,
  columns: [
    ['Risk', 13],
    ['Action', 43],
    ['Owner, approval', 22],
    ['Due, status', 22],
  ],
  rows: rows.map((row) => {
    const [due, status] = [valueOf(row, 'due'), plain(valueOf(row, 'status') || filledText(row, 'status'))];
    const controls = valuesOf(row, 'controls').join(', ');
    const by = filledText(row, 'approved_by');
    return html`<tr><th scope="row"><b>${valuesOf(row, 'risk').join(', ') || row.id}</b><span class="soft">${filledText(row, 'id')}</span></th>
<td>${orNone(filledText(row, 'action'), 'No action')}${controls !== '' && html`<span class="soft">${controls}</span>`}</td>
<td>${orNone(filledText(row, 'owner'), 'No owner')}<span class="soft">${by === '' ? 'not approved' : `approved by ${by}`}</span></td>
<td>${isLate(view, row) ? late(`was due ${due}`) : orNone(due, 'No date')}<span class="soft">${status === '' ? 'no status' : status}</span></td></tr>
`;
  }),
})}`;
}

function isLate(view: WorkspaceView, row: Row): boolean {
  const due = valueOf(row, 'due');
  return due !== '' && due < view.today && !/^(?:done|cancelled|closed)$/.test(valueOf(row, 'status'));
}
