import { hasFix } from '../../engine/features/code-actions';
import { checkJson, countSeverities } from '../../engine/reports/check-json';
import { checkText } from '../../engine/reports/check-text';
import { type FindingRow, findingRows } from '../../engine/reports/finding-rows';
import type { Rule } from '../../engine/rules/rule';
import { readFolder, readNumber, readToday, TEXT_OR_JSON, TODAY } from '../arguments';
import { defineCommand } from '../command';
import { fromFolder, load } from '../load';
import { painter } from '../output';

const ORDER = ['error', 'warning', 'information', 'hint'] as const;

/** True for what is found where something could not be checked. */
function isUncheckable(rule: Rule | undefined): boolean {
  return rule?.scope === 'engine' && rule.uncheckable === true;
}

/** `aims check`: prints findings; the exit status is the contract of the command line. */
export const command = defineCommand({
  usage: '[folder] [options]',
  description: 'Checks an AI management system and prints what it found.',
  options: {
    ...TEXT_OR_JSON,
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      values: ORDER,
      help: 'exit 1 from this severity on: error (default), warning, information, hint',
    },
    'max-warnings': { type: 'string', value: 'N', help: 'exit 1 where there are more warnings' },
    ...TODAY,
  },
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today);
    const maxWarnings = readNumber('max-warnings', values['max-warnings']);
    const { roots, present } = await load({ folder: readFolder(positionals), today }, output);
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
    const result = { today, documents, templates, findings, silenced };
    if (values.format === 'json') output.print(checkJson(result));
    else if (present)
      output.print(checkText(result, (path, line) => texts.get(path)?.split(/\r\n|\r|\n/)[line - 1], painter(output)));
    if (roots.some(({ snapshot }) => snapshot.uncheckable)) {
      const shown = findings.some(({ rule }) => roots.some(({ snapshot }) => isUncheckable(snapshot.rules.get(rule))));
      if (!shown) output.say('Something outside this folder could not be checked: run "aims check" on the whole root.');
      return 2;
    }
    const counts = countSeverities(findings);
    const serious = ORDER.slice(0, ORDER.indexOf(values['fail-on'] ?? 'error') + 1).some(
      (severity) => counts[severity] > 0,
    );
    return serious || (maxWarnings !== undefined && counts.warning > maxWarnings) ? 1 : 0;
  },
});
