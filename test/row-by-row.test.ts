// Rules that say they look at each row by itself do: what they find in a document is what they find in its rows.
import { deepEqual, ok } from 'node:assert/strict';
import pages from 'gen/rule-pages';
import type { DocumentRecord } from '../engine/kinds/record';
import { rules } from '../engine/rules/registry';
import type { DocumentRule } from '../engine/rules/rule';
import { concerning } from '../engine/workspace/document-rule-runner';
import type { Place, Report } from '../engine/workspace/finding';
import { inRowOrder, rowOf, withRows } from '../engine/workspace/row-by-row';
import type { WorkspaceView } from '../engine/workspace/workspace-view';
import { readCases } from './support/case-file';
import { caseWorkspace } from './support/case-workspace';
import { loadExample } from './support/examples';

const aboutRows = rules.filter((rule): rule is DocumentRule => rule.scope === 'document' && rule.about !== undefined);
const rowByRow = rules.filter((rule): rule is DocumentRule => rule.scope === 'document' && rule.rowByRow === true);

function shownPlace(at: Place): unknown[] {
  if (at.on === 'row') return [at.on, at.row.block, at.row.id];
  if (at.on === 'field') return [at.on, at.row.block, at.row.id, at.field, at.item?.text, at.key];
  if (at.on === 'section') return [at.on, at.section.slug];
  return Object.values(at).filter((value) => typeof value !== 'object');
}

const shown = ({ at, message, data, severity, related = [] }: Report): string =>
  JSON.stringify([shownPlace(at), message, data, severity, related.map((other) => shownPlace(other.at))]);

/** The same in two ways: the document at once, and its rows one by one. */
function bothWays(rule: DocumentRule, document: DocumentRecord, view: WorkspaceView): [string[], string[]] {
  const check = (given: DocumentRecord): Report[] => [...rule.check(given, view)];
  const beside = check(withRows(document, []));
  const inRows = document.rows.flatMap((row) =>
    check(withRows(document, [row])).filter((report) => rowOf(report) === row),
  );
  const rowsAndMore = document.rows.map((row) =>
    check(withRows(document, [row]))
      .filter((report) => rowOf(report) !== row)
      .map(shown),
  );
  for (const more of rowsAndMore)
    deepEqual(more, beside.map(shown), `${rule.id}: one row changes what is said beside it`);
  return [inRowOrder(check(document)).map(shown), inRowOrder([...beside, ...inRows]).map(shown)];
}

async function* views(): AsyncGenerator<WorkspaceView> {
  for (const example of ['meridian', 'meridian-gaps']) yield (await loadExample(example)).snapshot.view;
  for (const page of Object.values(pages))
    for (const given of readCases(page)) yield caseWorkspace(given, () => false).snapshot.view;
}

describe('rules that look at each row by itself', function () {
  this.timeout(120_000);
  const found = new Map<string, number>();

  it('find in a document what they find in its rows, in the examples and in the cases of all rules', async () => {
    for await (const view of views()) {
      for (const document of view.documents) {
        if (document.rows.length === 0) continue;
        for (const rule of rowByRow.filter((each) => concerning(each)(document))) {
          const [whole, parts] = bothWays(rule, document, view);
          deepEqual(parts, whole, `${rule.id} in ${document.path}`);
          found.set(rule.id, (found.get(rule.id) ?? 0) + whole.length);
        }
      }
    }
  });

  it('find nothing where there is no row of what they are about', async () => {
    let passedOver = 0;
    for await (const view of views()) {
      for (const document of view.documents) {
        for (const rule of aboutRows.filter(({ about }) => about !== undefined && !document.entities.has(about))) {
          deepEqual([...rule.check(document, view)].map(shown), [], `${rule.id} in ${document.path}`);
          passedOver++;
        }
      }
    }
    ok(passedOver > 1_000, `only ${passedOver} documents were passed over`);
  });

  for (const rule of rowByRow) it(`${rule.id} found something in it`, () => ok((found.get(rule.id) ?? 0) > 0));
});
