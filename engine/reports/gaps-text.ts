import { gapsOf } from '../coverage/gaps';
import { FOOT_LINE } from '../coverage/grade';
import { ROUTE } from '../coverage/route';
import type { Snapshot } from '../workspace/snapshot';
import type { Paint } from './check-text';

/** `aims gaps` for people: the next actions in order, each with why and who it falls to. */
export function gapsText(snapshot: Snapshot, paint: Paint): string {
  const lines: string[] = [];
  const gaps = gapsOf(snapshot);
  ROUTE.forEach((phase, index) => {
    const own = gaps.filter((gap) => gap.phase === phase);
    lines.push(
      `${index === 0 ? '' : '\n'}${paint(`${index + 1}. ${phase.title}`, 'bold')}  ${own.length === 0 ? 'nothing open' : `${own.length} open`}`,
    );
    for (const gap of own) {
      lines.push(`   ${gap.next}  ${paint(gap.label, 'dim')}`);
      lines.push(
        paint(`      ${gap.reason}  ${gap.owner === '' ? 'Nobody is named for it.' : `Falls to: ${gap.owner}`}`, 'dim'),
      );
    }
  });
  return `${[...lines, '', FOOT_LINE].join('\n')}\n`;
}
