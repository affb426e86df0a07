import { coverageJson } from '../../engine/reports/coverage-json';
import { coverageText } from '../../engine/reports/coverage-text';
import { AT, readFolder, readToday, TEXT_OR_JSON, TODAY } from '../arguments';
import { defineCommand } from '../command';
import { load } from '../load';
import { painter } from '../output';

/** `aims coverage`: grades with reasons. */
export const command = defineCommand({
  usage: '[folder] [options]',
  description:
    'Prints how far each control, clause and AI system is shown by the repository, with the reason and the next action.',
  options: { ...TEXT_OR_JSON, ...AT, ...TODAY },
  examples: [
    ['aims coverage', 'a grade for each control, clause and AI system, with its reason'],
    ['aims coverage --format json > coverage.json', 'the same for a program'],
    ['aims coverage --at 2026-06-30', 'as it was on a day'],
  ],
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today, values.at);
    const folder = readFolder(positionals);
    const { roots, present } = await load({ folder, today, at: values.at }, output);
    const shown = present ? roots : [];
    if (values.format === 'json') output.print(coverageJson(today, shown));
    else for (const { snapshot } of shown) output.print(coverageText(snapshot, painter(output)));
    return roots.some(({ snapshot }) => snapshot.uncheckable) ? 2 : 0;
  },
});
