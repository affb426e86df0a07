import templates from 'gen/templates';
import { readControlId } from '../kinds/control-id';
import type { Entity } from '../kinds/kind';
import { foldName } from '../workspace/names';
import { nearestId } from '../workspace/nearest';
import type { WorkspaceState } from '../workspace/snapshot';
import type { Refusal } from './change';
import { newChoices } from './new-choices';
import { knownSystem } from './new-values';
import { kindTemplate } from './scaffold/create-document';

/** What is to be made: a choice as `planAction` names it. */
export interface NewSubject {
  readonly choice: string;
  /** Set where it is an entry of a register. */
  readonly entity: Entity | undefined;
  /** What it is called, such as `Risk`. */
  readonly title: string;
}

/** One line of the list of what can be made. */
export interface NewOffer {
  /** How it is asked for. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
}

/** Everything that can be made, with the shortest name for each. */
export function newOffers(state: WorkspaceState): NewOffer[] {
  const choices = newChoices(state);
  const entries = new Set(choices.filter(({ id }) => id.startsWith('row:')).map(({ id }) => id.slice('row:'.length)));
  return choices.map(({ id, label, description, group }) => {
    const [sort, subject = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
    const name =
      sort === 'assessment' ? `assessment --system ${subject}` : sort === 'kind' && entries.has(subject) ? id : subject;
    return { name, title: label, description, group };
  });
}

/** The names of what can be made anywhere, for the completion of a shell. */
export function newNames(state: WorkspaceState): string[] {
  return ['assessment', ...newOffers(state).map(({ name }) => name)];
}

/** Finds out what is meant by a name. An entry comes before a document of the same name. */
export function chooseNew(state: WorkspaceState, what: string, system: string | undefined): NewSubject | Refusal {
  const wanted = what.trim();
  const colon = wanted.indexOf(':');
  const [sort, name] = colon < 0 ? ['', wanted] : [wanted.slice(0, colon), wanted.slice(colon + 1)];
  const plain = foldName(name).replace(/[\s_]+/g, '-');
  if (sort === 'assessment' || (sort === '' && /^(?:assessment|(?:ai-)?impact-assessment)$/.test(plain)))
    return assessmentOf(state, sort === 'assessment' ? name : system);
  const entity = sort === '' || sort === 'row' ? entityOf(state, plain) : undefined;
  if (entity) return entity;
  const kind = sort === '' || sort === 'kind' ? kindOf(state, plain) : undefined;
  if (kind) return kind;
  const { id } = readControlId(name);
  const control = sort === '' || sort === 'evidence' ? state.view.catalogue.controls.get(id) : undefined;
  if (control) return { choice: `evidence:${id}`, entity: undefined, title: `Evidence for ${id} ${control.title}` };
  const near = nearestId(
    plain,
    newOffers(state).map((offer) => offer.name),
  );
  return {
    refused: `There is nothing called "${what}" to make${near === '' ? '' : `; perhaps "${near}" is meant`}. "aims new --list" shows what there is.`,
  };
}

function assessmentOf(state: WorkspaceState, system: string | undefined): NewSubject | Refusal {
  if (system === undefined)
    return { refused: 'An impact assessment is about one AI system: name it with --system, such as --system AIS-001.' };
  const id = knownSystem(state, system);
  return typeof id === 'string'
    ? { choice: `assessment:${id}`, entity: undefined, title: `Impact assessment of ${id}` }
    : id;
}

function entityOf({ view }: WorkspaceState, plain: string): NewSubject | undefined {
  for (const { rows } of view.kinds) {
    const definition = rows.find(
      ({ entity, title }) => entity === plain || title.toLowerCase().replace(/ /g, '-') === plain,
    );
    const entity = definition?.entity;
    if (entity !== undefined && entity !== 'control-decision' && templates[`rows/${entity}.yaml`] !== undefined)
      return { choice: `row:${entity}`, entity, title: definition?.title ?? '' };
  }
  return undefined;
}

function kindOf({ view }: WorkspaceState, plain: string): NewSubject | undefined {
  const kind = view.kinds.find((each) => each.kind === plain || foldName(each.title).replace(/[\s_]+/g, '-') === plain);
  return kind && kindTemplate(kind.kind) && kind.kind !== 'ai-impact-assessment'
    ? { choice: `kind:${kind.kind}`, entity: undefined, title: kind.title }
    : undefined;
}
