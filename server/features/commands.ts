import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { ruleSummary } from '../../engine/features/explain';
import type { Feature } from '../feature-host';
import { COMMANDS } from '../protocol';
import { type ActionData, editOf } from './code-actions';

/** Applies a code action, for clients that can show code actions only as commands. */
export const APPLY = 'aims.applyAction';

/** The commands that the server does itself, for every client but ours, which brings its own. */
export const COMMAND_NAMES: readonly string[] = [APPLY, COMMANDS.explain];

/** Commands of code actions. The server announces them where the client is not ours. */
export const commands: Feature = {
  capabilities: {},
  register(host) {
    host.connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
      const [argument] = given as unknown[];
      if (command === COMMANDS.explain) {
        const message = ruleSummary(String(argument));
        if (message !== undefined)
          await host.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
      } else if (command === APPLY && isActionData(argument)) {
        const edit = await editOf(host, argument);
        if (edit) await host.connection.workspace.applyEdit(edit);
      }
      return null;
    });
  },
};

function isActionData(value: unknown): value is ActionData {
  return typeof value === 'object' && value !== null && 'uri' in value && 'title' in value && 'offset' in value;
}
