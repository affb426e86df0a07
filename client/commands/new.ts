import { commands, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type NewChoice, newChoices } from '../../server/protocol';
import type { Session } from '../session';

/** Offers what can be made, or those choices whose id starts with one of `prefixes`, and makes the one that is picked. */
export async function makeNew(session: Session, prefixes: readonly string[] = []): Promise<void> {
  const client = await session.client();
  if (!client) return;
  await session.store.refresh();
  if (session.store.roots.length === 0) return offerSetUp();
  const root = (await session.chooseRoot())?.root;
  if (root === undefined) return;
  const all = await client.sendRequest(newChoices, { root });
  const choices = all.filter(({ id }) => prefixes.length === 0 || prefixes.some((prefix) => id.startsWith(prefix)));
  // Asked for by name, and there is only one: nothing to choose.
  const only = prefixes.length > 0 && choices.length === 1 ? choices[0] : undefined;
  const choice = only ?? (await pick(choices));
  if (choice) await session.runAction(root, `new ${choice.id}`);
}

async function pick(choices: readonly NewChoice[]): Promise<NewChoice | undefined> {
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t('There is nothing of this kind to make here.'));
    return undefined;
  }
  const items: (QuickPickItem & { choice?: NewChoice })[] = [];
  let group: string | undefined;
  for (const choice of choices) {
    if (choice.group !== group) items.push({ label: choice.group, kind: QuickPickItemKind.Separator });
    group = choice.group;
    items.push({ label: choice.label, description: choice.description, choice });
  }
  const placeHolder = l10n.t('What do you want to make?');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.choice;
}

async function offerSetUp(): Promise<void> {
  const setUp = l10n.t('Set up a management system here');
  const message = l10n.t('There is no management system in this workspace yet.');
  if ((await window.showInformationMessage(message, setUp)) === setUp) await commands.executeCommand('aims.setUp');
}
