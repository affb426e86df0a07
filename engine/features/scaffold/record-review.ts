import type { DocumentRecord, Row } from '../../kinds/record';
import { hiddenSource, namesSystem } from '../../workspace/assessment-state';
import { isActive } from '../../workspace/named-systems';
import { foldId, isFilled } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';
import {
  changedFields,
  FINGERPRINT_FORM,
  isCompleted,
  printsAtReview,
  reviewEntries,
  reviewedAgainst,
  systemFingerprints,
} from '../../workspace/suspect';
import { documentName } from '../../workspace/wording';
import type { Change, Refusal } from '../change';
import { appendItem } from '../edits/list-edits';
import { yamlScalar } from '../edits/yaml-text';
import { fingerprintMap, yamlList } from './fill-template';

/** What only the person who looks may write. */
const OPEN = '""';

/**
 * An entry under `reviews` of an assessment: what differs now and the marks of this moment. Who looked, when, and what
 * follows stay empty; until a person fills them, nothing is cleared.
 */
export function recordReview(state: WorkspaceState, document: DocumentRecord): Change | Refusal {
  const { view } = state;
  const { metadata } = document;
  if (document.kind.kind !== 'ai-impact-assessment') return { refused: 'Only an impact assessment has reviews.' };
  const systems = reviewedSystems(state, document);
  if (systems.length === 0)
    return { refused: 'The assessment names no AI system of the inventory that is still covered.' };
  const hidden = systems
    .flatMap((system) => ['purpose', 'models', 'datasets'].map((field) => ({ system, field })))
    .filter(({ system, field }) => field === 'purpose' || isFilled(system, field))
    .map(({ system, field }) => hiddenSource(view, system, field))
    .find((source) => source !== undefined);
  if (hidden) return { refused: `${hidden.path} cannot be read in full, so nobody can tell what the system is now.` };
  const now = systems.map((system) => ({ system, prints: systemFingerprints(system, view.names) }));
  const open = reviewEntries(metadata).some(
    (review) =>
      !isCompleted(review) &&
      now.every(({ system, prints }) => {
        const then = printsAtReview(review, system);
        return then?.form === FINGERPRINT_FORM && changedFields(then.prints, prints).length === 0;
      }),
  );
  if (open)
    return { refused: `${documentName(document)} already has a review of this state that a person has to complete.` };
  const changed = now.map(({ system, prints }) => {
    const before = reviewedAgainst(metadata, system);
    const fields = before.known && before.form === FINGERPRINT_FORM ? changedFields(before.prints, prints) : [];
    return { id: yamlScalar(system.id), fields, marks: fingerprintMap(FINGERPRINT_FORM, prints) };
  });
  const [only, ...others] = changed;
  const differing = changed.filter(({ fields }) => fields.length > 0);
  const differences =
    only && others.length === 0
      ? yamlList(only.fields)
      : differing.length === 0
        ? '[]'
        : `{ ${differing.map(({ id, fields }) => `${id}: ${yamlList(fields)}`).join(', ')} }`;
  const head = [`reviewed_on: ${OPEN}`, `by: ${OPEN}`, `changed: ${differences}`, `conclusion: ${OPEN}`];
  const marks = changed.map(({ id, marks: written }) => `${id}: ${written}`);
  const item = {
    lines: [...head, 'against:', ...marks.map((line) => `  ${line}`)],
    flow: `{ ${[...head, `against: { ${marks.join(', ')} }`].join(', ')} }`,
  };
  const edit = appendItem(state, metadata, 'reviews', item, 'reviewed_against');
  if (!edit) return { refused: `Something other than a list of reviews stands in ${document.path}.` };
  const cursor = edit.span.start + edit.text.indexOf(OPEN) + 1;
  return { edits: [edit], create: [], open: { path: document.path, offset: cursor } };
}

/** What the action is called; the same at a finding and at the cursor, so that it is offered once. */
export function reviewTitle(document: DocumentRecord): string {
  return `Record a review of ${documentName(document)}`;
}

/** The systems that an assessment is about and that the management system still covers, each once. */
function reviewedSystems({ view }: WorkspaceState, document: DocumentRecord): readonly Row[] {
  const found = new Map<string, Row>();
  for (const system of view.systems) {
    const key = foldId(system.id);
    if (key !== '' && !found.has(key) && isActive(system) && namesSystem(view, document.metadata, system))
      found.set(key, system);
  }
  return [...found.values()];
}
