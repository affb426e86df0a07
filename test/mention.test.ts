// Ids are looked for around digits only: what is found is what the expressions find in the whole text.
import { deepEqual, ok } from 'node:assert/strict';
import { ANY, clause, control, mentionsIn } from '../engine/facts/mention';
import { Random } from './support/random';

type Shown = readonly [type: string, id: string, framework: string | undefined, start: number, end: number];

/** The same without looking where to look. */
function plainly(text: string): Shown[] {
  const found: Shown[] = [];
  const add = (type: string, id: string, standard: string | undefined, match: RegExpExecArray): void => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.every(([, , , from, to]) => end <= from || start >= to))
      found.push([type, id, standard && `iso-${standard}`, start, end]);
  };
  for (const match of text.matchAll(control())) add('control', `A.${match[2]}`, match[1], match);
  for (const match of text.matchAll(clause())) add('clause', match[2] ?? '', match[1], match);
  for (const match of text.matchAll(ANY)) add('id', match[0], undefined, match);
  return found.sort((a, b) => a[3] - b[3]);
}

const PARTS = (
  'ISO|/IEC| |-|:|2023|42001|27001|,|Annex|A|.|2|5|12|Clause|clauses|Cl.|§|x|R-4|AIS_1|é|/|@|the |see A.5.2|A.5.2|' +
  'A 5.2|6.1.2|(|)|;| cl. |4.1|A5.2|ñ3|１|\n|\u00a0|release '
).split('|');

describe('ids in a text', () => {
  it('are those that the expressions find in the whole of it', () => {
    let mentions = 0;
    for (let seed = 1; seed <= 60_000; seed++) {
      const random = new Random(seed);
      let text = '';
      for (let count = random.number(1, 14); count > 0; count--) text += random.pick(PARTS);
      const found = mentionsIn(text).map(
        ({ type, id, framework, start, end }): Shown => [type, id, framework, start, end],
      );
      const expected = plainly(text);
      if (JSON.stringify(found) !== JSON.stringify(expected)) deepEqual(found, expected, JSON.stringify(text));
      mentions += found.length;
    }
    ok(mentions > 20_000, `only ${mentions} ids were found`);
  }).timeout(60_000);
});
