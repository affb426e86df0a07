import { listJson } from '../../engine/reports/list-json';
import { listText } from '../../engine/reports/list-text';
import { type CommandArguments, chooseFormat } from '../arguments';
import { load } from '../load';
import type { Output } from '../output';

/** `aims list`: what was understood. */
export async function listCommand(given: CommandArguments, output: Output): Promise<number> {
  const format = chooseFormat(given.format, ['text', 'json']);
  const { roots, present } = await load(given, output);
  if (format === 'json') output.print(listJson(roots));
  else if (present) for (const { snapshot, prefix } of roots) output.print(listText(snapshot, prefix));
  return roots.some(({ snapshot }) => snapshot.uncheckable) ? 2 : 0;
}
