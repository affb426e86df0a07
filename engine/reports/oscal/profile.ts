import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import type { Row } from '../../kinds/record';
import { valueOf } from '../../workspace/names';
import type { Snapshot } from '../../workspace/snapshot';
import { ownControls } from './catalog';
import { controlToken, metadataOf, oneLine, ownUuid } from './parts';

/** The decisions of the statement that are about controls of the catalog. */
export function catalogDecisions(snapshot: Snapshot): Row[] {
  const { view } = snapshot;
  const own = new Set(ownControls(snapshot).map(({ id }) => controlToken(id)));
  return view
    .rows('control-decision')
    .filter(
      (row) =>
        row.id !== '' &&
        (own.has(controlToken(row.id)) || (row.framework === HOME_FRAMEWORK && view.catalogue.controls.has(row.id))),
    );
}

/** The version of the statement, else the day. */
export function statementVersion(snapshot: Snapshot): string {
  const statement = snapshot.view.documentsOf('statement-of-applicability')[0];
  const version = statement?.metadata.fields.get('version');
  return version?.state === 'filled' ? oneLine(version.text) : snapshot.view.today;
}

/** The profile: what applies by the organisation's own decision. Clauses cannot be excluded. */
export function oscalProfile(snapshot: Snapshot): Record<string, unknown> {
  const { view } = snapshot;
  const rows = catalogDecisions(snapshot);
  const idsWhere = (decision: string): string[] => [
    ...new Set(rows.filter((row) => valueOf(row, 'applicable') === decision).map((row) => row.id)),
  ];
  const included = idsWhere('true');
  const excluded = idsWhere('false').filter((id) => !included.includes(id));
  const undecided = [...view.catalogue.controls.keys(), ...ownControls(snapshot).map(({ id }) => id)].filter(
    (id) => !included.includes(id) && !excluded.includes(id),
  );
  const clauses = [...view.catalogue.clauses.values()]
    .filter((clause) => !clause.heading_only)
    .map(({ number }) => number);
  const remarks = [
    'Taken from the Statement of Applicability as it stands in the repository.',
    excluded.length > 0 ? `Excluded by decision: ${excluded.join(', ')}.` : '',
    undecided.length > 0 ? `Not decided yet, and therefore not selected: ${undecided.join(', ')}.` : '',
  ];
  return {
    uuid: ownUuid(snapshot, 'profile'),
    metadata: metadataOf(snapshot, {
      title: 'Controls that apply, by the Statement of Applicability',
      version: statementVersion(snapshot),
      remarks: remarks.filter((line) => line !== '').join(' '),
    }),
    imports: [
      { href: 'catalog.json', 'include-controls': [{ 'with-ids': [...clauses, ...included].map(controlToken) }] },
    ],
    merge: { 'as-is': true },
  };
}
