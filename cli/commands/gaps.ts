import { gapsJson } from '../../engine/reports/gaps-json';
import { gapsText } from '../../engine/reports/gaps-text';
import { AT, readFolder, readToday, TEXT_OR_JSON, TODAY } from '../arguments';
import { defineCommand } from '../command';
import { load } from '../load';
import { painter } from '../output';

/** `aims gaps`: what is still to do, phase by phase. */
export const command = defineCommand({
  usage: '[folder] [options]',
  description:
    'Prints what is still to do along five phases, in the order of doing it, with the reason and who it falls to.',
  options: { ...TEXT_OR_JSON, ...AT, ...TODAY },
  examples: [
    ['aims gaps', 'what to do next, phase by phase'],
    ['aims gaps governance --format json', 'the same for a program, such as one that makes tickets'],
  ],
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today, values.at);
    const folder = readFolder(positionals);
    const { roots, present } = await load({ folder, today, at: values.at }, output);
    const shown = present ? roots : [];
    if (values.format === 'json') output.print(gapsJson(today, shown));
    else for (const { snapshot } of shown) output.print(gapsText(snapshot, painter(output)));
    return roots.some(({ snapshot }) => snapshot.uncheckable) ? 2 : 0;
  },
});
