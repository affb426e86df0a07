import { coverageJson } from '../../engine/reports/coverage-json';
import { coverageText } from '../../engine/reports/coverage-text';
import { type CommandArguments, chooseFormat } from '../arguments';
import { load } from '../load';
import { type Output, painter } from '../output';

/** `aims coverage`: grades with reasons. */
export async function coverageCommand(given: CommandArguments, output: Output): Promise<number> {
  const format = chooseFormat(given.format, ['text', 'json']);
  const { roots, present } = await load(given, output);
  const shown = present ? roots : [];
  if (format === 'json') output.print(coverageJson(given.today, shown));
  else for (const { snapshot } of shown) output.print(coverageText(snapshot, painter(output)));
  return roots.some(({ snapshot }) => snapshot.uncheckable) ? 2 : 0;
}
