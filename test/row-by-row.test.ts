// Rules that say they look at each row by itself do: what they find in a document is what they find in its rows.
import { deepEqual, equal, ok } from 'node:assert/strict';
import pages from 'gen/rule-pages';
import type { DocumentRecord } from '../engine/kinds/record';
import { rules } from '../engine/rules/registry';
import type { DocumentRule, TextRule } from '../engine/rules/rule';
import { concerning } from '../engine/workspace/document-rule-runner';
import { isLive } from '../engine/workspace/document-status';
import type { Place, Report } from '../engine/workspace/finding';
import { inRowOrder, rowOf, withRows } from '../engine/workspace/row-by-row';
import type { Snapshot } from '../engine/workspace/snapshot';
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

async function* snapshots(): AsyncGenerator<Snapshot> {
  for (const example of ['meridian', 'meridian-gaps']) yield (await loadExample(example)).snapshot;
  for (const page of Object.values(pages))
    for (const given of readCases(page)) yield caseWorkspace(given, () => false).snapshot;
}

async function* views(): AsyncGenerator<WorkspaceView> {
  for await (const { view } of snapshots()) yield view;
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

describe('rules that name the documents and texts they look at', () => {
  /** Their checks do not ask again for what they name: what they find elsewhere may be no finding. */
  const named = [
    'kind-undeclared',
    'history-newer-than-approval',
    'missing-section',
    'review-beyond-period',
    'baseline',
  ];
  const claims = ({ id, where }: DocumentRule | TextRule): boolean =>
    where !== undefined && !named.includes(id.slice(id.indexOf('/') + 1));
  const ofDocuments = rules.filter((rule): rule is DocumentRule => rule.scope === 'document' && claims(rule));
  const ofTexts = rules.filter((rule): rule is TextRule => rule.scope === 'text' && claims(rule));

  it('would find nothing in the others', async () => {
    const passedOver = new Map([...ofDocuments, ...ofTexts].map(({ id }) => [id, 0]));
    const findsNothing = (id: string, reports: Iterable<Report>): void => {
      deepEqual([...reports].map(shown), [], id);
      passedOver.set(id, (passedOver.get(id) ?? 0) + 1);
    };
    for await (const { view, texts } of snapshots()) {
      for (const rule of ofDocuments)
        for (const each of view.documents)
          if (isLive(each) && rule.where?.(each) === false) findsNothing(rule.id, rule.check(each, view));
      for (const rule of ofTexts)
        for (const each of texts.values()) if (rule.where?.(each) === false) findsNothing(rule.id, rule.check(each));
    }
    equal(passedOver.size, 4);
    for (const [id, count] of passedOver) ok(count > 100, `${id} passed over ${count}`);
  });
});
