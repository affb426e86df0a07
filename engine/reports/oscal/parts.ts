import { printable } from '../../features/import/guarded-text';
import { nameUuid } from '../../text/name-uuid';
import type { Snapshot } from '../../workspace/snapshot';

/** The version of OSCAL that is written. */
const OSCAL_VERSION = '1.0.4';

/** The namespace of our names for identifiers and properties. It never changes: identifiers are derived from it. */
const NAMESPACE = '91e0f4fb-5851-4617-8dc8-d771477ca422';

/** What says that a property means what we mean by it, and not what OSCAL may mean by the same word. */
const OUR_NAMES = `urn:uuid:${NAMESPACE}`;

/** A property of an OSCAL object. */
export interface OscalProperty {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
}

/** The identifier of something of this organisation: the same in every run, for it is made of names alone. */
export function ownUuid(snapshot: Snapshot, ...names: readonly string[]): string {
  return nameUuid(NAMESPACE, JSON.stringify([snapshot.view.configuration.organization, ...names]));
}

/** The identifier of something that is the same for every organisation, such as the catalog. */
export function sharedUuid(...names: readonly string[]): string {
  return nameUuid(NAMESPACE, JSON.stringify(names));
}

/** The day that counts as today as a moment. */
export function momentOf(snapshot: Snapshot): string {
  return `${snapshot.view.today}T00:00:00Z`;
}

/** The metadata every OSCAL document has. */
export function metadataOf(
  snapshot: Snapshot,
  { title, version, remarks }: { readonly title: string; readonly version: string; readonly remarks: string },
): Record<string, unknown> {
  const { organization } = snapshot.view.configuration;
  return {
    title: prose(title),
    'last-modified': momentOf(snapshot),
    version: oneLine(version),
    'oscal-version': OSCAL_VERSION,
    ...(organization === ''
      ? {}
      : { parties: [{ uuid: ownUuid(snapshot, 'party'), type: 'organization', name: oneLine(organization) }] }),
    remarks,
  };
}

/** A property of ours; undefined where there is nothing to say. */
export function ours(name: string, value: string): OscalProperty[] {
  const text = oneLine(value);
  return text === '' ? [] : [{ name, ns: OUR_NAMES, value: text }];
}

/** The id of a control in OSCAL: `a.6.2.4`, `clause-6.1.3`, or of a control of one's own. */
export function controlToken(id: string): string {
  const token = id
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.\-_]+/gu, '-');
  return /^[\p{L}_]/u.test(token) ? token : `clause-${token}`;
}

/** A text of a document as OSCAL's prose, which is Markdown: shown as it is written, no link, no HTML, no insertion. */
export function prose(text: string): string {
  return printable(text)
    .trim()
    .replace(/[\\`*[\]{}]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** A text on one line, without spaces at its ends. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/gu, ' ').trim();
}

/** A list under a key, left out where it is empty: OSCAL has no empty lists. */
export function listed<Key extends string>(
  key: Key,
  items: readonly unknown[],
): Partial<Record<Key, readonly unknown[]>> {
  return items.length === 0 ? {} : ({ [key]: items } as Record<Key, readonly unknown[]>);
}

/** A root-relative path or a web address as a reference; undefined for anything else, such as `javascript:`. */
export function reference(address: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) {
    if (!/^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(address)) return undefined;
    return address;
  }
  return address.split('/').map(encodeURIComponent).join('/').replace(/%23/g, '#');
}
