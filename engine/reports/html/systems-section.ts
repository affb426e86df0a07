import type { Duty, TransparencyDuty } from '../../catalogue/types';
import { coverageOf } from '../../coverage/coverage';
import { type GradedSystem, OPEN_SYSTEM_STATES } from '../../coverage/system-grade';
import { dutiesOf } from '../../workspace/duties';
import { filledText, valueOf, valuesOf } from '../../workspace/names';
import type { Snapshot } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { Address, type Content, type Html, html } from './html';
import { type Section, section } from './section';
import { table } from './table';
import { byWhom, count, orNone, plain, systemState } from './words';

/** The AI systems with their assessment, and the duties that follow from the tiers people decided on. */
export function systemsSection(snapshot: Snapshot): Section {
  const { systems } = coverageOf(snapshot);
  const open = systems.filter(({ state }) => OPEN_SYSTEM_STATES.includes(state)).length;
  const body =
    systems.length === 0
      ? html`<p>No AI system is registered.</p>`
      : html`${table({
          caption: 'AI systems and their impact assessments',
          columns: [
            ['System', 30],
            ['Role, life cycle', 15],
            ['AI Act tier', 23],
            ['Impact assessment', 32],
          ],
          rows: systems.map((system, index) => systemRow(system, index)),
        })}${duties(snapshot.view, systems)}`;
  return section(
    'systems',
    'AI systems',
    open === 0 ? count(systems.length, 'system') : `${open} of ${systems.length} open`,
    body,
  );
}

function systemRow(system: GradedSystem, index: number): Html {
  const { row, id, name, reason, next } = system;
  const owner = filledText(row, 'owner');
  return html`<tr><th scope="row" id="system-${index + 1}"><b>${id}</b> ${name}<span class="soft">${filledText(row, 'purpose')}</span><span class="soft">Owner: ${owner === '' ? 'nobody named' : owner}</span></th>
<td>${orNone(valuesOf(row, 'roles').map(plain).join(', '), 'No role')}<p>${orNone(valueOf(row, 'lifecycle'), 'No life cycle')}</p></td>
<td>${tierCell(system)}</td>
<td>${systemState(system)}<p>${reason}</p>${next !== '' && html`<p>Next: ${next}</p>`}</td></tr>
`;
}

function tierCell({ row }: GradedSystem): Content {
  const tier = valueOf(row, 'ai_act.tier');
  if (tier === '') return html`<span class="soft">Nobody has decided it yet</span>`;
  const [basis, by, on] = [
    filledText(row, 'ai_act.basis'),
    filledText(row, 'ai_act.decided_by'),
    valueOf(row, 'ai_act.decided_on'),
  ];
  const decided = byWhom('decided', by, on, 'nothing says who decided it');
  return html`<b>${tier}</b>${basis !== '' && `, ${basis}`}<span class="soft">${decided}</span>`;
}

interface Group {
  readonly title: string;
  readonly duties: readonly (Duty | TransparencyDuty)[];
  readonly systems: string[];
}

/** Systems with the same duties stand together, so that each duty is read once. */
function duties(view: WorkspaceView, systems: readonly GradedSystem[]): Content {
  const groups = new Map<string, Group>();
  const add = (title: string, all: Group['duties'], system: string): void => {
    const key = `${title} ${all.map(({ id }) => id).join(' ')}`;
    const known = groups.get(key);
    if (known) known.systems.push(system);
    else groups.set(key, { title, duties: all, systems: [system] });
  };
  for (const { row, id } of systems) {
    const { roles, transparency } = dutiesOf(view, row);
    const tier = valueOf(row, 'ai_act.tier');
    for (const each of roles) add(`As ${plain(each.role)}, tier ${tier}`, each.duties, id);
    if (transparency.length > 0) add('Transparency duties that are named', transparency, id);
  }
  if (groups.size === 0) return undefined;
  const { aiAct: act } = view.catalogue;
  const address = Address.web(act.version.address);
  return html`<h3>Duties under the EU AI Act</h3>
<p>They follow from the roles and tiers that people wrote down; nothing is inferred. AI Act in the version of ${
    address ? html`<a href="${address}">${act.version.act}</a>` : act.version.act
  }, as of ${act.version.asOf}${act.lastChecked !== '' && `, last checked ${act.lastChecked}`}. Our own summary, no legal advice. “2024 text” and “2026 amendment” say which of the two the date and wording are taken from.</p>
${[...groups.values()].map((group) =>
  table({
    caption: `${group.title}: ${group.systems.join(', ')}`,
    columns: [
      ['Article', 12],
      ['Duty', 52],
      ['Applies', 18],
      ['Source', 18],
    ],
    rows: group.duties.map((duty) => dutyRow(view, duty)),
  }),
)}`;
}

function dutyRow(view: WorkspaceView, duty: Duty | TransparencyDuty): Html {
  const articles = 'articles' in duty ? duty.articles.join(', ') : duty.id;
  const source = 'source' in duty ? duty.source : '';
  const starts = duty.applies_from;
  return html`<tr><th scope="row">${articles}</th><td>${duty.duty}</td><td>${starts > view.today ? 'from' : 'since'} ${starts}</td><td>${SOURCES[source] ?? 'AI Act'}</td></tr>
`;
}

const SOURCES: Readonly<Record<string, string>> = { adopted: '2024 text', amendment: '2026 amendment' };
