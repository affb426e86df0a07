import { coverageOf } from '../../coverage/coverage';
import { gapsOf } from '../../coverage/gaps';
import { type Grade, isOpen } from '../../coverage/grade';
import { coverageTree } from '../../coverage/tree';
import type { CoverageNode } from '../../coverage/tree-node';
import { isAcceptable, riskScale } from '../../workspace/risk-scale';
import type { Snapshot } from '../../workspace/snapshot';
import { countSeverities } from '../check-result';
import { rowsOf } from './findings-section';
import { steps } from './gaps-section';
import { Address, type Content, type Html, html } from './html';
import { isOpenRisk, remaining } from './risks-section';
import { type Section, section } from './section';
import { table } from './table';
import { count, gradeName, late, severityName } from './words';

const GRADES: readonly Grade[] = [
  'evidenced',
  'approved',
  'drafted',
  'template',
  'none',
  'stale',
  'excluded',
  'unknown',
];
const FIRST_STEPS = 8;

/** What a manager wants to know, in sentences and counts. */
export function summarySection(snapshot: Snapshot): Section {
  const gaps = gapsOf(snapshot);
  const more = gaps.length - FIRST_STEPS;
  return section(
    'summary',
    'Summary',
    '',
    html`${snapshot.uncheckable && html`<p class="note">Something could not be checked, so this report is not complete. The open findings say what it was.</p>`}
${figures(snapshot)}
${sentences(snapshot)}
<h3>What to do next</h3>
${gaps.length === 0 ? html`<p>Nothing is open.</p>` : steps(snapshot, gaps.slice(0, FIRST_STEPS))}
${more > 0 && html`<p>${count(more, 'more step')} in <a href="${Address.place('next')}">What is still to do</a>.</p>`}
<div class="pair">${grades(snapshot)}${severities(snapshot)}</div>
${reviews(snapshot)}`,
    { long: false },
  );
}

function figures(snapshot: Snapshot): Html {
  const { controls } = coverageOf(snapshot);
  const { counts } = coverageTree(snapshot);
  const shown = controls.filter(({ grade }) => grade === 'evidenced').length;
  const figure = (number: number, of: Content, words: string) =>
    html`<div><dt>${words}</dt><dd>${number}${of !== undefined && html` <small>of ${of}</small>`}</dd></div>
`;
  return html`<dl class="figures">${figure(shown, controls.length, 'controls with evidence linked')}${figure(
    counts.openSystems,
    counts.systems,
    'AI systems in scope waiting for an assessment',
  )}${figure(counts.errors, undefined, counts.errors === 1 ? 'error' : 'errors')}${figure(
    reviewList(snapshot).filter(({ state }) => state === 'overdue').length,
    undefined,
    'reviews overdue',
  )}</dl>`;
}

function sentences(snapshot: Snapshot): Html {
  const { view } = snapshot;
  const { controls, clauses } = coverageOf(snapshot);
  const tree = coverageTree(snapshot);
  const counts = countSeverities(rowsOf(snapshot));
  const excluded = controls.filter(({ grade }) => grade === 'excluded').length;
  const scale = riskScale(view);
  const risks = view.rows('risk').filter(isOpenRisk);
  const above = risks.filter((risk) => isAcceptable(scale, remaining(risk)) === false).length;
  const silenced = snapshot.silencedBy.size;
  const templates = view.documents.filter(({ status }) => status === 'template').length;
  const { openSystems, systems } = tree.counts;
  return html`<p class="lead">As of ${view.today}, ${controls.filter(isOpen).length} of ${controls.length} controls and ${clauses.filter(isOpen).length} of ${clauses.length} clauses ask for something${
    excluded > 0 && `; ${count(excluded, 'control is', 'controls are')} excluded with a reason`
  }.</p>
<p>${
    systems === 0
      ? 'No AI system in scope is registered.'
      : `${count(systems, 'AI system is', 'AI systems are')} in scope; ${openSystems === 0 ? 'none waits for an impact assessment' : `${openSystems} ${openSystems === 1 ? 'waits' : 'wait'} for an impact assessment, or for it to be finished or renewed`}.`
  } ${
    risks.length === 0
      ? 'No open risk is registered.'
      : `${count(risks.length, 'risk is', 'risks are')} open${scale && scale.acceptable.size > 0 ? `; ${above === 0 ? 'none remains' : `${above} ${above === 1 ? 'remains' : 'remain'}`} above what the risk criteria accept` : ''}.`
  }</p>
<p>The checks read ${count(view.documents.length, 'document')}${templates > 0 && `, of which ${count(templates, 'is a template and counts', 'are templates and count')} for nothing until filled in`}, and found ${count(counts.error, 'error')}, ${count(counts.warning, 'warning')}, ${count(counts.information, 'piece of information', 'pieces of information')} and ${count(counts.hint, 'hint')}.${
    silenced > 0 &&
    html` ${count(silenced, 'more finding is', 'more findings are')} silenced; see <a href="${Address.place('exceptions')}">Accepted findings</a>.`
  }</p>`;
}

function grades(snapshot: Snapshot): Html {
  const { controls, clauses } = coverageOf(snapshot);
  const cell = (items: typeof controls, grade: Grade) => {
    const number = items.filter((item) => item.grade === grade).length;
    const share = items.length === 0 ? 0 : (100 * number) / items.length;
    return html`<td><div class="counted"><span>${number}</span><svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${share.toFixed(1)}" height="6"></rect></svg></div></td>`;
  };
  return table({
    caption: 'How far controls and clauses are shown',
    className: 'small',
    columns: [
      ['Grade', 46],
      [`Controls (${controls.length})`, 27],
      [`Clauses (${clauses.length})`, 27],
    ],
    rows: GRADES.map(
      (grade) => html`<tr><th scope="row">${gradeName(grade)}</th>${cell(controls, grade)}${cell(clauses, grade)}</tr>
`,
    ),
  });
}

function severities(snapshot: Snapshot): Html {
  const counts = countSeverities(rowsOf(snapshot));
  return table({
    caption: 'Findings by severity',
    className: 'small',
    columns: [
      ['Severity', 60],
      ['Findings', 40],
    ],
    rows: (['error', 'warning', 'information', 'hint'] as const).map(
      (severity) => html`<tr><th scope="row">${severityName(severity)}</th><td>${counts[severity]}</td></tr>
`,
    ),
  });
}

/** Reviews overdue or due in 90 days, as the coverage view has them: the earliest first. */
function reviewList(snapshot: Snapshot): readonly (CoverageNode & { readonly owner: string })[] {
  const owners = coverageTree(snapshot).sections.find(({ id }) => id === 'reviews')?.children ?? [];
  const day = ({ description }: CoverageNode) => description.slice(-10);
  return owners
    .flatMap(({ label, children }) => children.map((node) => ({ ...node, owner: label })))
    .sort((a, b) => (day(a) < day(b) ? -1 : 1));
}

function reviews(snapshot: Snapshot): Html {
  const all = reviewList(snapshot);
  if (all.length === 0) return html`<p>No review is overdue or due in the next 90 days.</p>`;
  const overdue = all.filter(({ state }) => state === 'overdue').length;
  return table({
    caption: 'Reviews overdue and due in the next 90 days',
    remark: `${overdue} overdue, ${all.length - overdue} to come`,
    columns: [
      ['What', 46],
      ['Due', 22],
      ['Falls to', 32],
    ],
    rows: all.map(
      ({
        label,
        description,
        state,
        owner,
      }) => html`<tr><th scope="row">${label}</th><td>${state === 'overdue' ? late(description) : description}</td><td>${owner}</td></tr>
`,
    ),
  });
}
