import type { Item, Row } from '../../kinds/record';
import { filledText, isFilled, valueOf, valuesOf } from '../../workspace/names';
import type { Snapshot } from '../../workspace/snapshot';
import {
  controlToken,
  listed,
  metadataOf,
  type OscalProperty,
  oneLine,
  ours,
  ownUuid,
  prose,
  reference,
} from './parts';
import { catalogDecisions, statementVersion } from './profile';

/** The words OSCAL has for a status; what is not started, only planned for some day or not said has none. */
const OSCAL_STATUS: Readonly<Record<string, string>> = {
  implemented: 'implemented',
  verified: 'implemented',
  partial: 'partial',
  planned: 'planned',
};

/** The component definition: how the organisation says it puts each control into practice. */
export function oscalComponentDefinition(snapshot: Snapshot): Record<string, unknown> {
  const { view } = snapshot;
  const decisions = catalogDecisions(snapshot);
  const owners = [...new Set(decisions.map((row) => filledText(row, 'owner')).filter((owner) => owner !== ''))];
  const { organization } = view.configuration;
  const requirements = numbered(decisions).map(({ row, number }) => requirementOf(snapshot, row, number));
  const metadata = metadataOf(snapshot, {
    title: 'How controls are put into practice, by the Statement of Applicability',
    version: statementVersion(snapshot),
    remarks:
      'Every status, reason and description is what the documents of the repository say; nobody has checked it here. A control without the property "implementation-status" has no status that OSCAL has a word for, or none at all.',
  });
  return {
    uuid: ownUuid(snapshot, 'component-definition'),
    metadata: {
      ...metadata,
      ...listed('roles', owners.map((owner) => ({ id: roleToken(owner), title: prose(owner) })).filter(firstOf)),
    },
    components: [
      {
        uuid: ownUuid(snapshot, 'component', 'aims'),
        type: 'process-procedure',
        title: prose(organization === '' ? 'AI management system' : `AI management system of ${organization}`),
        description: 'The AI management system that the repository documents.',
        ...listed(
          'control-implementations',
          requirements.length === 0
            ? []
            : [
                {
                  uuid: ownUuid(snapshot, 'control-implementation'),
                  source: 'catalog.json',
                  description: 'Decisions of the Statement of Applicability.',
                  'implemented-requirements': requirements,
                },
              ],
        ),
      },
      ...view.systems
        .filter((row) => row.id !== '')
        .map((row) => ({
          uuid: ownUuid(snapshot, 'component', 'system', row.id),
          type: 'software',
          title: prose(filledText(row, 'name') || row.id),
          description: prose(filledText(row, 'purpose')) || 'The repository does not say what this AI system is for.',
          props: [...ours('system-id', row.id), ...ours('lifecycle', valueOf(row, 'lifecycle'))],
        })),
    ],
  };
}

/** Rows with a number from the second about the same control on: some controls are decided for each system. */
function numbered(rows: readonly Row[]): { readonly row: Row; readonly number: number }[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const number = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, number);
    return { row, number };
  });
}

function firstOf({ id }: { readonly id: string }, index: number, all: readonly { readonly id: string }[]): boolean {
  return all.findIndex((other) => other.id === id) === index;
}

function roleToken(owner: string): string {
  const token = owner
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return /^\p{L}/u.test(token) ? token : `role-${token}`;
}

function requirementOf(snapshot: Snapshot, row: Row, number: number): Record<string, unknown> {
  const decision = valueOf(row, 'applicable');
  const justification = filledText(row, 'justification');
  const owner = filledText(row, 'owner');
  const links = ['implementation', 'evidence'].flatMap((field) => linksOf(snapshot, row, field));
  return {
    uuid: ownUuid(snapshot, 'requirement', row.id, String(number)),
    'control-id': controlToken(row.id),
    description: descriptionOf(row, decision),
    props: [
      ...ours('decision', decision === '' ? 'undecided' : decision === 'true' ? 'included' : 'excluded'),
      ...statusOf(row, decision),
      ...valuesOf(row, 'basis').flatMap((basis) => ours('basis', basis)),
      ...valuesOf(row, 'risks').flatMap((risk) => ours('risk', risk)),
      ...valuesOf(row, 'systems').flatMap((system) => ours('system', system)),
      ...ours('target-date', valueOf(row, 'target_date')),
      ...evidenceWithoutLink(snapshot, row),
    ],
    ...listed('links', links),
    ...(owner === '' ? {} : { 'responsible-roles': [{ 'role-id': roleToken(owner) }] }),
    ...(justification === '' ? {} : { remarks: `Reason given: ${prose(justification)}` }),
  };
}

function descriptionOf(row: Row, decision: string): string {
  if (decision === 'false')
    return isFilled(row, 'justification')
      ? 'Excluded by the organisation, with a reason.'
      : 'Excluded by the organisation; the repository gives no reason.';
  const text = prose(filledText(row, 'implementation'));
  if (decision === '') return text === '' ? 'The repository holds no decision yet.' : `No decision yet. ${text}`;
  return text === '' ? 'The repository does not describe how this control is put into practice.' : text;
}

function statusOf(row: Row, decision: string): OscalProperty[] {
  if (decision === 'false') return ours('implementation-status', 'not-applicable');
  const status = valueOf(row, 'status');
  const said = ours('stated-status', status || filledText(row, 'status'));
  return decision === 'true' ? [...said, ...ours('implementation-status', OSCAL_STATUS[status] ?? '')] : said;
}

function linksOf(snapshot: Snapshot, row: Row, name: string): Record<string, string>[] {
  const field = row.fields.get(name);
  if (field?.state !== 'filled') return [];
  return field.items.flatMap((item) => {
    const href = hrefOf(snapshot, row, item, name);
    return href === undefined ? [] : [{ href, rel: name, text: prose(item.text) || oneLine(href) }];
  });
}

/** Evidence that leads nowhere a reference can: it is named all the same. */
function evidenceWithoutLink(snapshot: Snapshot, row: Row): OscalProperty[] {
  const field = row.fields.get('evidence');
  if (field?.state !== 'filled') return [];
  const words = field.items.filter((item) => hrefOf(snapshot, row, item, 'evidence') === undefined);
  return words.flatMap((item) => ours('evidence', item.link ?? item.text));
}

function hrefOf(snapshot: Snapshot, row: Row, item: Item, name: string): string | undefined {
  const definition = row.fields.get(name)?.definition;
  const found = definition && snapshot.view.resolve(row.path, item, definition);
  if (found?.type === 'file') return reference(found.path + (found.fragment === '' ? '' : `#${found.fragment}`));
  if (found?.type === 'external') return reference(found.url);
  return found?.type === 'named' ? reference(found.named.document.path) : undefined;
}
