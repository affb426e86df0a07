import type { Row } from '../../kinds/record';
import { rowsAbout } from '../../workspace/document-rows';
import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenRisk } from '../../workspace/risk-links';
import { type RiskScale, riskScale, stepOf } from '../../workspace/risk-scale';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

/** Risks with the same likelihood, impact and level. */
interface Cell {
  readonly likelihood: number;
  readonly impact: number;
  readonly level: number;
  readonly rows: Row[];
}

export default defineRule({
  id: 'risk/level-contradicts-scale',
  scope: 'document',
  about: 'risk',
  looksAround: true,
  severity: 'warning',
  references: ['6.1.2'],
  messages: {
    higher:
      '{risk} is rated "{level}", while {other} is neither less likely nor less grave and is rated only "{otherLevel}". One of the two does not follow your scale: rate them alike (clause 6.1.2).',
    lower:
      '{risk} is rated only "{level}", while {other} is neither more likely nor graver and is rated "{otherLevel}". One of the two does not follow your scale: rate them alike (clause 6.1.2).',
    other: '{other} is rated "{otherLevel}".',
  },
  *check(document, view) {
    const scale = riskScale(view);
    if (!scale) return;
    let cells = [...cellsOf(rowsAbout(document, 'risk').filter(isOpenRisk), scale)];
    // The cell that contradicts most others is the odd one out; each row is named once.
    for (;;) {
      const counted = cells.map((cell) => ({ cell, against: cells.filter((other) => contradict(cell, other)) }));
      const worst = counted.reduce<(typeof counted)[number] | undefined>(
        (best, each) => (weight(each) > (best ? weight(best) : 0) ? each : best),
        undefined,
      );
      if (!worst) return;
      const other = worst.against[0]?.rows[0];
      for (const row of other ? worst.cell.rows : []) {
        if (!other) continue;
        const data = {
          risk: rowName(row),
          level: filledText(row, 'level'),
          other: rowName(other),
          otherLevel: filledText(other, 'level'),
        };
        const related = [{ at: onField(other, 'level'), message: 'other', data }];
        yield {
          at: onField(row, 'level'),
          message: worst.cell.level > (worst.against[0]?.level ?? 0) ? 'higher' : 'lower',
          data,
          related,
        };
      }
      cells = cells.filter((cell) => cell !== worst.cell);
    }
  },
});

/** How many risks speak against each risk of a cell; of two cells alone, the one with fewer rows is the odd one. */
function weight({ cell, against }: { readonly cell: Cell; readonly against: readonly Cell[] }): number {
  if (against.length === 0) return 0;
  return against.reduce((sum, other) => sum + other.rows.length, 0) + 1 / (1 + cell.rows.length);
}

function cellsOf(rows: readonly Row[], scale: RiskScale): Iterable<Cell> {
  const likelihoods = scale.likelihood.words.length > 0 ? scale.likelihood : scale.levels;
  const impacts = scale.impact.words.length > 0 ? scale.impact : scale.levels;
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    const likelihood = stepOf(likelihoods, filledText(row, 'likelihood'));
    const impact = stepOf(impacts, filledText(row, 'impact'));
    const level = stepOf(scale.levels, filledText(row, 'level'));
    if (likelihood < 0 || impact < 0 || level < 0) continue;
    const key = `${likelihood} ${impact} ${level}`;
    const cell = cells.get(key);
    if (cell) cell.rows.push(row);
    else cells.set(key, { likelihood, impact, level, rows: [row] });
  }
  return cells.values();
}

/** True where the one is no less likely and no less grave than the other, and still rated lower. */
function contradict(one: Cell, other: Cell): boolean {
  const above = (high: Cell, low: Cell) =>
    high.likelihood >= low.likelihood && high.impact >= low.impact && high.level < low.level;
  return above(one, other) || above(other, one);
}
