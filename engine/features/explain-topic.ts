import pages from 'gen/rule-help';
import { readClauseId, readControlId } from '../kinds/control-id';
import type { KindDefinition } from '../kinds/kind';
import { readBasis } from '../workspace/ai-act-basis';
import { foldId, foldName } from '../workspace/names';
import { nearestId } from '../workspace/nearest';
import type { WorkspaceState } from '../workspace/snapshot';
import { explain } from './explain';
import { lawMarkdown } from './hover/law';
import { paragraphs } from './hover/markdown';
import { namedMarkdown } from './hover/named';
import { kindPage } from './kind-page';

/** What a topic turned out to be. */
export type TopicSort = 'rule' | 'control' | 'group' | 'clause' | 'annex' | 'kind' | 'law' | 'nist' | 'entry';

/** A page about anything that a person can name. */
export interface TopicPage {
  readonly sort: TopicSort;
  /** As it is written properly, such as `A.6.2.4`. */
  readonly topic: string;
  /** Markdown that begins with a heading. */
  readonly markdown: string;
  /** Other topics that the same words could have meant. */
  readonly also: readonly string[];
}

/** The page of a rule, control, group, clause, kind, article of the AI Act, or id or name of the workspace. */
export function explainTopic(written: string, state: WorkspaceState): TopicPage | undefined {
  const wanted = written.replace(/\s+/g, ' ').trim();
  return wanted === '' ? undefined : (rulePage(wanted) ?? standardPage(wanted, state) ?? otherPage(wanted, state));
}

/** True for what needs no workspace to be explained: the id of a rule. */
export function isRule(written: string): boolean {
  return rulePage(written.trim()) !== undefined;
}

/** What may have been meant, likeliest first; empty where nothing is near. */
export function nearTopics(written: string, state: WorkspaceState): string[] {
  const wanted = written.replace(/\s+/g, ' ').trim();
  if (wanted === '') return [];
  const { catalogue, kinds, names } = state.view;
  const article = /\d+[a-z]?/i.exec(wanted)?.[0];
  const lists: readonly Iterable<string>[] = [
    catalogue.controls.keys(),
    catalogue.clauses.keys(),
    Object.keys(pages),
    kinds.map(({ kind }) => kind),
    [...names.all()].map(({ id }) => id),
    /^art/i.test(wanted) && article !== undefined ? catalogue.aiAct.articles.map(({ id }) => `Article ${id}`) : [],
  ];
  const near = lists.map((list) => nearestId(wanted, list)).filter((id) => id !== '');
  const folded = foldName(wanted).replace(/ /g, '-');
  const holding =
    folded.length < 4
      ? []
      : [...Object.keys(pages), ...kinds.map(({ kind }) => kind)].filter((id) => id.includes(folded));
  return [...new Set([...near, ...holding])].slice(0, 5);
}

/** Everything that can be asked for without a workspace, for the completion of a shell. */
export function knownTopics({ view }: WorkspaceState): string[] {
  const { catalogue, kinds } = view;
  return [
    ...catalogue.groups.map(({ id }) => id),
    ...catalogue.controls.keys(),
    ...catalogue.clauses.keys(),
    ...kinds.map(({ kind }) => kind),
    ...Object.keys(pages),
  ];
}

function rulePage(wanted: string): TopicPage | undefined {
  const ids = Object.keys(pages);
  const lower = wanted.toLowerCase();
  const named = ids.filter((id) => id === lower || id.endsWith(`/${lower}`));
  const id = ids.includes(lower) ? lower : named.length === 1 ? named[0] : undefined;
  const page = id === undefined ? undefined : explain(id, undefined);
  return page && { sort: 'rule', topic: page.title, markdown: page.markdown, also: [] };
}

function standardPage(wanted: string, state: WorkspaceState): TopicPage | undefined {
  const { catalogue } = state.view;
  const bare = /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(wanted);
  const groups = catalogue.groups.flatMap((group) => [group, ...(group.subgroups ?? [])]).map(({ id }) => id);
  const read = readControlId(wanted.replace(/^control /i, ''));
  const control = bare ? `A.${wanted}` : read.id;
  const clause = bare || /^(?:§|clause\b|iso\b)/i.test(wanted) ? readClauseId(wanted) : '';
  const known = (id: string) => catalogue.controls.has(id) || groups.includes(id);
  const also = known(control) && catalogue.clauses.has(clause) ? [control] : [];
  // A bare number is a clause; only where there is none it can mean the control of that number.
  const id = catalogue.clauses.has(clause) && (bare || !known(control)) ? clause : known(control) ? control : undefined;
  const page = id === undefined ? undefined : explain(id, state);
  if (id === undefined || !page) return annexPage(wanted, state);
  const sort = id === clause ? 'clause' : catalogue.controls.has(id) ? 'control' : 'group';
  return { sort, topic: id, markdown: headed(page.markdown), also };
}

function annexPage(wanted: string, { view }: WorkspaceState): TopicPage | undefined {
  const { objectives, riskSources, nist } = view.catalogue;
  const id = wanted.toUpperCase().replace(/^ANNEX[ -]?/, '');
  const topic = [...objectives, ...riskSources].find((each) => each.id === id);
  if (topic)
    return {
      sort: 'annex',
      topic: id,
      markdown: paragraphs(`# Annex ${id} · ${topic.title}`, topic.meaning),
      also: [],
    };
  const outcome = nist.get(id);
  return (
    outcome && {
      sort: 'nist',
      topic: id,
      markdown: paragraphs(`# NIST AI RMF ${id} · ${outcome.title}`, outcome.meaning),
      also: [],
    }
  );
}

function otherPage(wanted: string, state: WorkspaceState): TopicPage | undefined {
  const { view } = state;
  const named = view.names.byId(wanted)[0] ?? view.names.byName(wanted)[0];
  const kind = kindOf(wanted, view.kinds);
  // An id that somebody gave is more than the name of a kind; a title that is only the kind's is not.
  if (named && (!kind || foldId(named.id) === foldId(wanted))) {
    const markdown = headed(namedMarkdown(state, named, 'full'));
    return { sort: 'entry', topic: named.id, markdown, also: kind ? [kind.kind] : [] };
  }
  if (kind) return { sort: 'kind', topic: kind.kind, markdown: kindPage(view, kind), also: [] };
  if (!/\b(?:art|annex|anhang)/i.test(wanted)) return undefined;
  const law = lawMarkdown(view, readBasis(wanted));
  return law === undefined ? undefined : { sort: 'law', topic: wanted, markdown: headed(law), also: [] };
}

function kindOf(wanted: string, kinds: readonly KindDefinition[]): KindDefinition | undefined {
  const plain = (name: string) => foldName(name).replace(/[\s_-]+/g, ' ');
  return kinds.find(({ kind, title }) => plain(kind) === plain(wanted) || plain(title) === plain(wanted));
}

/** The bold line that a hover begins with as the heading of a page. */
function headed(markdown: string): string {
  return markdown.replace(/^\*\*(.+?)\*\*/, '# $1');
}
