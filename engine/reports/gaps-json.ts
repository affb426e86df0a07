import { gapsOf } from '../coverage/gaps';
import { FOOT_LINE } from '../coverage/grade';
import { ROUTE } from '../coverage/route';
import type { Snapshot } from '../workspace/snapshot';
import { placeNumbers } from './finding-rows';

/** `aims gaps --format json`: what is still to do, by phase and in order. */
export function gapsJson(
  today: string,
  snapshots: readonly { readonly snapshot: Snapshot; readonly prefix: string }[],
): string {
  const phases = ROUTE.map((phase) => ({
    id: phase.id,
    title: phase.title,
    actions: snapshots.flatMap(({ snapshot, prefix }) =>
      gapsOf(snapshot)
        .filter((gap) => gap.phase === phase)
        .map((gap) => {
          const place = gap.at && placeNumbers(snapshot, gap.at);
          const at = place ? { path: prefix + place.path, line: place.start.line } : { path: null, line: null };
          return {
            about: gap.id,
            label: gap.label,
            reason: gap.reason,
            next: gap.next,
            owner: gap.owner === '' ? null : gap.owner,
            ...at,
          };
        }),
    ),
  }));
  return `${JSON.stringify({ version: 1, today, phases, foot: FOOT_LINE }, null, 2)}\n`;
}
