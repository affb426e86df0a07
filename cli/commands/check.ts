import { hasFix } from '../../engine/features/code-actions';
import { checkJson, countSeverities } from '../../engine/reports/check-json';
import { checkText } from '../../engine/reports/check-text';
import { type FindingRow, findingRows } from '../../engine/reports/finding-rows';
import type { Rule } from '../../engine/rules/rule';
import { type CommandArguments, chooseFormat } from '../arguments';
import { fromFolder, load } from '../load';
import { type Output, painter } from '../output';

const ORDER = ['error', 'warning', 'information', 'hint'] as const;

/** True for what is found where something could not be checked. */
function isUncheckable(rule: Rule | undefined): boolean {
  return rule?.scope === 'engine' && rule.uncheckable === true;
}

/** `aims check`: prints findings; the exit status is the contract of the command line. */
export async function checkCommand(given: CommandArguments, output: Output): Promise<number> {
  const format = chooseFormat(given.format, ['text', 'json']);
  const { roots, present } = await load(given, output);
  const texts = new Map<string, string>();
  const findings: FindingRow[] = [];
  let documents = 0;
  let templates = 0;
  let silenced = 0;
  for (const root of roots) {
    for (const [path, text] of root.snapshot.texts) texts.set(fromFolder(root, path) ?? '', text.text);
    const here = root.snapshot.view.documents.filter(({ path }) => fromFolder(root, path) !== undefined);
    documents += here.length;
    templates += here.filter(({ status }) => status === 'template').length;
    const { found, findings: shown } = root.snapshot;
    const spoken = new Set(shown);
    silenced += found.filter((each) => !spoken.has(each) && fromFolder(root, each.path) !== undefined).length;
    for (const row of findingRows(root.snapshot, (finding) => hasFix(root.snapshot, finding))) {
      const path = fromFolder(root, row.path);
      if (path === undefined) continue;
      const related = row.related.map((other) => ({ ...other, path: fromFolder(root, other.path) ?? other.path }));
      findings.push({ ...row, path, related });
    }
  }
  findings.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const result = { today: given.today, documents, templates, findings, silenced };
  if (format === 'json') output.print(checkJson(result));
  else if (present)
    output.print(checkText(result, (path, line) => texts.get(path)?.split(/\r\n|\r|\n/)[line - 1], painter(output)));
  if (roots.some(({ snapshot }) => snapshot.uncheckable)) {
    const shown = findings.some(({ rule }) => roots.some(({ snapshot }) => isUncheckable(snapshot.rules.get(rule))));
    if (!shown) output.say('Something outside this folder could not be checked: run "aims check" on the whole root.');
    return 2;
  }
  const counts = countSeverities(findings);
  const serious = ORDER.slice(0, ORDER.indexOf(given.failOn) + 1).some((severity) => counts[severity] > 0);
  return serious || (given.maxWarnings !== undefined && counts.warning > given.maxWarnings) ? 1 : 0;
}
