import { coverageOf } from '../../coverage/coverage';
import { type Gap, gapsOf } from '../../coverage/gaps';
import { ROUTE } from '../../coverage/route';
import type { Snapshot } from '../../workspace/snapshot';
import { Address, type Html, html } from './html';
import { type Section, section } from './section';
import { count } from './words';

/** What is still to do along the five phases, in the order of doing it. */
export function gapsSection(snapshot: Snapshot): Section {
  const gaps = gapsOf(snapshot);
  const phases = ROUTE.map((phase, index) => {
    const own = gaps.filter((gap) => gap.phase === phase);
    return html`<h3>${index + 1}. ${phase.title}${own.length > 0 && `: ${own.length} open`}</h3>
${own.length === 0 ? html`<p>Nothing open.</p>` : steps(snapshot, own)}
`;
  });
  return section(
    'next',
    'What is still to do',
    gaps.length === 0 ? 'nothing open' : count(gaps.length, 'step'),
    html`<p>Five phases in the order of doing them; in each, what has nothing comes first. The order is our way of working, not the standard’s.</p>
${phases}`,
  );
}

/** Next actions as a numbered list, each with why and who it falls to. */
export function steps(snapshot: Snapshot, gaps: readonly Gap[]): Html {
  return html`<ol class="steps">${gaps.map(
    (
      gap,
    ) => html`<li>${gap.next} <a href="${Address.place(anchorOf(snapshot, gap))}">${gap.label}</a><span class="soft">${gap.reason} ${
      gap.owner === '' ? 'Nobody is named for it.' : `Falls to: ${gap.owner}`
    }</span></li>
`,
  )}</ol>
`;
}

/** The place of the report that says more about a gap. */
function anchorOf(snapshot: Snapshot, { id }: Gap): string {
  const [kind = '', ...rest] = id.split('/');
  const name = rest.join('/');
  if (kind !== 'system') return `${kind}-${name}`;
  return `system-${coverageOf(snapshot).systems.findIndex((system) => system.id === name) + 1}`;
}
