import type { WorkspaceState } from '../workspace/snapshot';
import type { SetUpAnswers } from './set-up-answers';

/** Roles towards AI by their names in `aims.yaml`, as "Set up" offers them. */
export const SET_UP_ROLES = [
  'provider',
  'deployer',
  'developer',
  'importer',
  'distributor',
  'product_manufacturer',
  'authorised_representative',
  'user',
] as const;

/** What a starting point writes, and what it leaves as it is. */
export interface SetUpPlan {
  readonly create: readonly { readonly path: string; readonly text: string }[];
  /** Files that are not written, each with the path of what is there instead. */
  readonly kept: readonly { readonly path: string; readonly instead: string }[];
}

/** Leaves out of a starting point what a folder has already: a file of that name, or another document of that kind. */
export function withoutExisting(
  state: WorkspaceState,
  files: readonly { readonly path: string; readonly text: string }[],
): SetUpPlan {
  const create: { path: string; text: string }[] = [];
  const kept: { path: string; instead: string }[] = [];
  for (const file of files) {
    const kind = /^kind:[ \t]*([a-z-]+)/m.exec(file.text)?.[1];
    const other = kind === undefined ? undefined : state.view.documentsOf(kind)[0]?.path;
    const instead = state.view.paths.has(file.path) ? file.path : other;
    if (instead === undefined) create.push(file);
    else kept.push({ path: file.path, instead });
  }
  return { create, kept };
}

/** Why an answer cannot be taken; undefined where it can. */
export function whyNoAnswer(answers: SetUpAnswers): string | undefined {
  const texts = [answers.organization, answers.system?.name ?? '', answers.system?.purpose ?? ''];
  if (texts.some((text) => /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)))
    return 'Names and purposes are one line of text each.';
  if (answers.system && answers.system.name === '')
    return 'The AI system needs a name; leave it out to add systems later.';
  return undefined;
}
