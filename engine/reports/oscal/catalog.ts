import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import { filledText } from '../../workspace/names';
import type { Snapshot } from '../../workspace/snapshot';
import { controlToken, listed, metadataOf, prose, sharedUuid } from './parts';

const WORDING =
  'Ids, numbers and titles are facts. All other words are an original paraphrase: they do not replace the standard, of which a licensed copy is needed.';

/** The catalog: controls, clauses and own controls by id, with our own words. */
export function oscalCatalog(snapshot: Snapshot): Record<string, unknown> {
  const { catalogue } = snapshot.view;
  const edition = catalogue.frameworkName(HOME_FRAMEWORK);
  const groups = catalogue.groups.map((group) => ({
    id: controlToken(group.id),
    class: 'group',
    title: prose(group.title),
    parts: [{ id: `${controlToken(group.id)}_ovw`, name: 'overview', prose: prose(group.purpose) }],
    controls: [...catalogue.controls.values()]
      .filter((control) => control.group === group.id)
      .map((control) => controlOf(control.id, control.title, 'annex-a', control.asks, control.look_for)),
  }));
  const clauses = [...catalogue.clauses.values()]
    .filter((clause) => !clause.heading_only)
    .map((clause) =>
      controlOf(clause.number, clause.title, 'clause', clause.requirement, clause.typical_evidence ?? []),
    );
  const own = ownControls(snapshot);
  return {
    uuid: sharedUuid('catalog', edition, ...own.map(({ id, title }) => `${id} ${title}`)),
    metadata: metadataOf(snapshot, { title: `${edition}, outline`, version: edition, remarks: WORDING }),
    groups: [
      ...groups,
      { id: 'clauses', class: 'group', title: 'Clauses 4 to 10', controls: clauses },
      ...(own.length === 0
        ? []
        : [
            {
              id: 'own',
              class: 'group',
              title: 'Controls of the organisation',
              controls: own.map(({ id, title }) => controlOf(id, title, 'own', '', [])),
            },
          ]),
    ],
  };
}

/** Controls of the organisation itself, as its statement names them; each once. */
export function ownControls(snapshot: Snapshot): { readonly id: string; readonly title: string }[] {
  const { view } = snapshot;
  const known = new Set([...view.catalogue.controls.keys(), ...view.catalogue.clauses.keys()].map(controlToken));
  const found = new Map<string, { id: string; title: string }>();
  for (const row of view.rows('control-decision')) {
    const token = controlToken(row.id);
    const foreign = row.framework !== HOME_FRAMEWORK && row.framework !== 'own';
    if (row.id === '' || foreign || known.has(token) || found.has(token)) continue;
    found.set(token, { id: row.id, title: filledText(row, 'title') || row.id });
  }
  return [...found.values()];
}

function controlOf(
  id: string,
  title: string,
  sort: string,
  asks: string,
  look: readonly string[],
): Record<string, unknown> {
  const token = controlToken(id);
  const parts = [
    ...(asks === '' ? [] : [{ id: `${token}_smt`, name: 'statement', prose: prose(asks) }]),
    ...(look.length === 0
      ? []
      : [{ id: `${token}_gdn`, name: 'guidance', prose: look.map((line) => `- ${prose(line)}`).join('\n') }]),
  ];
  return {
    id: token,
    class: sort,
    title: prose(title),
    props: [{ name: 'label', value: id.trim() }],
    ...listed('parts', parts),
  };
}
