import { listJson } from '../../engine/reports/list-json';
import { listText } from '../../engine/reports/list-text';
import { AT, readFolder, readToday, TEXT_OR_JSON, TODAY } from '../arguments';
import { defineCommand } from '../command';
import { load } from '../load';

/** `aims list`: what was understood. */
export const command = defineCommand({
  usage: '[folder] [options]',
  description: 'Prints what was understood: documents with their kind, and, with json, the entries in them.',
  options: { ...TEXT_OR_JSON, ...AT, ...TODAY },
  examples: [
    ['aims list', 'the documents that were recognised, with their kind and state'],
    ['aims list governance --format json', 'the same with every entry, for a program'],
    ['aims list --at v1.0', 'as it was at a tag'],
  ],
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today, values.at);
    const folder = readFolder(positionals);
    const { roots, present } = await load({ folder, today, at: values.at }, output);
    if (values.format === 'json') output.print(listJson(roots));
    else if (present) for (const { snapshot, prefix } of roots) output.print(listText(snapshot, prefix));
    return roots.some(({ snapshot }) => snapshot.uncheckable) ? 2 : 0;
  },
});
