import type { Row } from '../kinds/record';
import type { Place } from '../workspace/finding';
import { filledText, foldId } from '../workspace/names';
import { onRow } from '../workspace/places';
import type { Snapshot } from '../workspace/snapshot';
import { coverageOf } from './coverage';
import { type Grade, type GradedItem, isOpen } from './grade';
import { type Phase, phaseOfClause, phaseOfGroup, ROUTE } from './route';
import { OPEN_SYSTEM_STATES } from './system-grade';

/** Something still to do, with who it falls to. */
export interface Gap {
  readonly phase: Phase;
  /** `control/A.6.2.4`, `clause/6.1.3`, `system/AIS-001`: the node of the coverage view. */
  readonly id: string;
  readonly label: string;
  readonly reason: string;
  readonly next: string;
  /** The role that has to act; empty where nobody is named. */
  readonly owner: string;
  readonly action: string;
  readonly at: Place | undefined;
}

/** What has nothing comes before what is begun, and that before what is only late. */
const ORDER: readonly (Grade | 'system')[] = ['unknown', 'none', 'system', 'template', 'drafted', 'stale', 'approved'];

/** All that is still to do along the five phases, in the order of doing it. */
export function gapsOf(snapshot: Snapshot): readonly Gap[] {
  return snapshot.remember(gapsOf, () => {
    const { view } = snapshot;
    const coverage = coverageOf(snapshot);
    const found: { gap: Gap; rank: number }[] = [];
    const add = (item: GradedItem, phase: Phase | undefined, owner: string): void => {
      if (!phase || !isOpen(item) || item.next === '') return;
      const { id, kind, title, reason, next, action, at } = item;
      found.push({
        gap: { phase, id: `${kind}/${id}`, label: `${id} ${title}`, reason, next, owner, action, at },
        rank: ORDER.indexOf(item.grade),
      });
    };
    for (const item of coverage.clauses) add(item, phaseOfClause(item.id), ownerOf(snapshot, item.at));
    for (const item of coverage.controls)
      add(item, phaseOfGroup(view.catalogue.controls.get(item.id)?.group ?? ''), controlOwner(snapshot, item));
    const risk = ROUTE.find((phase) => phase.id === 'risk-and-impact');
    for (const { row, id, name, state, reason, next, action } of coverage.systems) {
      if (!risk || !OPEN_SYSTEM_STATES.includes(state)) continue;
      const label = name === '' ? id : `${id} ${name}`;
      found.push({
        gap: {
          phase: risk,
          id: `system/${id}`,
          label,
          reason,
          next,
          owner: filledText(row, 'owner'),
          action,
          at: onRow(row),
        },
        rank: ORDER.indexOf('system'),
      });
    }
    // Array.sort is stable, so equal ranks keep the order of the standard.
    return found
      .sort((a, b) => ROUTE.indexOf(a.gap.phase) - ROUTE.indexOf(b.gap.phase) || a.rank - b.rank)
      .map(({ gap }) => gap);
  });
}

function controlOwner(snapshot: Snapshot, item: GradedItem): string {
  const row = snapshot.view.rows('control-decision').find((each: Row) => foldId(each.id) === foldId(item.id));
  return (row && filledText(row, 'owner')) || ownerOf(snapshot, item.at);
}

/** The owner of the document a place stands in. */
function ownerOf(snapshot: Snapshot, at: Place | undefined): string {
  const path = at && snapshot.locate(at).path;
  const document = path === undefined ? undefined : snapshot.view.document(path);
  return document ? filledText(document.metadata, 'owner') : '';
}
