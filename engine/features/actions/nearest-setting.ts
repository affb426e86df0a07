import type { Finding } from '../../workspace/finding';
import { foldId } from '../../workspace/names';
import { nearestId } from '../../workspace/nearest';
import type { Snapshot } from '../../workspace/snapshot';
import { settingAt } from '../completion/configuration-entries';

/** What a misspelt setting, value or name in `aims.yaml` probably means, and what stands there; empty where nothing is near. */
export function nearestSetting(
  snapshot: Snapshot,
  { at, message }: Finding,
  { detail = '', proposal }: Readonly<Record<string, string>>,
): { readonly text: string; readonly expected: string }[] {
  const { path, block, fact } = snapshot.locate(at);
  const blocks = snapshot.texts.get(path)?.parsed.blocks ?? [];
  const place = blocks[block]?.facts[fact];
  if (at.on !== 'configuration' || !place) return [];
  const expected = String(at.key ? place.key : place.value);
  const known =
    message === 'unknown-key'
      ? Object.keys(
          settingAt(at.keys.slice(0, -1).map((name) => (/^\d+$/.test(`${name}`) ? 'item' : `${name}`)))?.properties ??
            {},
        )
      : (/^one of (.*)/.exec(detail)?.[1] ?? '').split(', ');
  const text =
    proposal === undefined
      ? (known.find((name) => foldId(name) === foldId(expected)) ?? nearestId(expected, known))
      : (/"(.*)"/.exec(proposal)?.[1] ?? '');
  // A key that is there already, or a value that a list has already, is not what was meant.
  const isTaken = blocks.some(
    ({ facts }, index) =>
      (place.parent < 0 || index === block) &&
      facts.some(
        ({ parent, key, value }) =>
          parent === place.parent && (at.key ? key : typeof key === 'number' && value) === text,
      ),
  );
  return isTaken ? [] : [{ text, expected }];
}
