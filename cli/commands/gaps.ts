import { gapsJson } from '../../engine/reports/gaps-json';
import { gapsText } from '../../engine/reports/gaps-text';
import { type CommandArguments, chooseFormat } from '../arguments';
import { load } from '../load';
import { type Output, painter } from '../output';

/** `aims gaps`: what is still to do, phase by phase. */
export async function gapsCommand(given: CommandArguments, output: Output): Promise<number> {
  const format = chooseFormat(given.format, ['text', 'json']);
  const { roots, present } = await load(given, output);
  const shown = present ? roots : [];
  if (format === 'json') output.print(gapsJson(given.today, shown));
  else for (const { snapshot } of shown) output.print(gapsText(snapshot, painter(output)));
  return roots.some(({ snapshot }) => snapshot.uncheckable) ? 2 : 0;
}
