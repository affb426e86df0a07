import { commands, l10n, type QuickPickItem, window, workspace } from 'vscode';
import { planSetUp, type SetUpAnswers } from '../../server/protocol';
import { rootUri } from '../root-uri';
import type { Session } from '../session';

/** Asks who and what, and writes a small starting point. Leaving any question with Escape writes nothing. */
export async function setUp(session: Session): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined || (await isRoot(session, folder))) return;
  const title = l10n.t('Set up a management system');

  const organization = await window.showInputBox({
    title: `${title} (1/4)`,
    prompt: l10n.t('Which organisation is it for?'),
    placeHolder: l10n.t('Name of the organisation'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() ? undefined : l10n.t('A name is needed.')),
  });
  if (organization === undefined) return;

  const picked = await window.showQuickPick(roleItems(), {
    title: `${title} (2/4)`,
    placeHolder: l10n.t('Its roles towards AI; none if you do not know yet'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked) return;

  const name = await window.showInputBox({
    title: `${title} (3/4)`,
    prompt: l10n.t('The first AI system, one that is developed or used. Leave it empty to add systems later.'),
    placeHolder: l10n.t('Name of the AI system'),
    ignoreFocusOut: true,
  });
  if (name === undefined) return;

  const purpose = name.trim()
    ? await window.showInputBox({
        title: `${title} (4/4)`,
        prompt: l10n.t('What is {0} for? One sentence; it may stay empty.', name.trim()),
        ignoreFocusOut: true,
      })
    : '';
  if (purpose === undefined) return;

  const answers: SetUpAnswers = {
    folder,
    organization: organization.trim(),
    roles: picked.map(({ role }) => role),
    system: name.trim() ? { name: name.trim(), purpose: purpose.trim() } : null,
  };
  await session.run((client) => client.sendRequest(planSetUp, { answers, asItIs: false }));
}

/** Writes a small `aims.yaml`, so that the folder is checked as it is. */
export async function checkAsItIs(session: Session): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined || (await isRoot(session, folder))) return;
  const answers: SetUpAnswers = { folder, organization: '', roles: [], system: null };
  await session.run((client) => client.sendRequest(planSetUp, { answers, asItIs: true }));
}

async function chooseFolder(): Promise<string | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const open = l10n.t('Open a folder');
    const message = l10n.t('A management system lives in a folder: open one first.');
    if ((await window.showInformationMessage(message, open)) === open) {
      await commands.executeCommand('workbench.action.files.openFolder');
    }
    return undefined;
  }
  const folder = folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick({ ignoreFocusOut: true });
  return folder?.uri.toString().replace(/\/$/, '');
}

/** Says so, and shows it, where the folder is a root already. */
async function isRoot(session: Session, folder: string): Promise<boolean> {
  await session.client();
  await session.store.refresh();
  // Both written by the same hand: the server percent-encodes more than VS Code does.
  if (!session.store.roots.some(({ root }) => rootUri(root).toString().replace(/\/$/, '') === folder)) return false;
  void window.showInformationMessage(l10n.t('This folder has an aims.yaml already.'));
  await commands.executeCommand('aims.showCoverage');
  return true;
}

type RoleItem = QuickPickItem & { role: string };

function roleItems(): RoleItem[] {
  const roles: [role: string, label: string, description: string][] = [
    ['provider', l10n.t('Provider'), l10n.t('offers AI systems to others under its own name')],
    ['deployer', l10n.t('Deployer'), l10n.t('uses AI systems in its own work')],
    ['developer', l10n.t('Developer'), l10n.t('builds AI systems or models')],
    ['importer', l10n.t('Importer'), l10n.t('brings AI systems from elsewhere onto its market')],
    ['distributor', l10n.t('Distributor'), l10n.t('passes AI systems of others on')],
    ['product_manufacturer', l10n.t('Product manufacturer'), l10n.t('builds AI systems into its products')],
    ['authorised_representative', l10n.t('Authorised representative'), l10n.t('acts for a provider elsewhere')],
    ['user', l10n.t('User'), l10n.t('works with AI systems that others answer for')],
  ];
  return roles.map(([role, label, description]) => ({ role, label, description }));
}
