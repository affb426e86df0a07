import * as vscode from 'vscode';
import { expect, expectEqual } from './expect';

const ID = 'aims-editor.aims-vscode';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly viewsWelcome: readonly { readonly when?: string }[];
    readonly configuration: { readonly properties: object };
  };
}

function manifest(): Manifest {
  const extension = vscode.extensions.getExtension(ID);
  expect(extension, `${ID} is installed`);
  return extension.packageJSON as Manifest;
}

describe('the manifest', () => {
  it('every command it names can be run', async () => {
    await vscode.extensions.getExtension(ID)?.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest().contributes.commands.filter(({ command }) => !registered.has(command));
    expectEqual(missing, [], 'commands without code');
  });

  it('every command in a menu has a title', () => {
    const { commands, menus } = manifest().contributes;
    const titled = new Set(commands.map(({ command }) => command));
    const used = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    expectEqual(
      used.filter((command) => !titled.has(command)),
      [],
      'commands without a title',
    );
  });

  it('wakes for an aims.yaml at a known place, and for nothing else', () => {
    const events = manifest().activationEvents.filter(
      (event) => !/^on(View|Command|Walkthrough|TaskType):/.test(event),
    );
    const wrong = events.filter((event) => !/^workspaceContains:[a-z/]*aims\.yaml$/.test(event));
    expectEqual(wrong, [], 'activation events');
  });

  it('shows a welcome only in a state of its own', () => {
    const unguarded = manifest().contributes.viewsWelcome.filter(({ when }) => !when?.startsWith('aims.state == '));
    expectEqual(unguarded, [], 'welcome views');
  });

  it('has no setting but the trace and the program of tasks', () => {
    const names = Object.keys(manifest().contributes.configuration.properties);
    expectEqual(names, ['aims.cli.path', 'aims.trace.server'], 'settings');
  });
});
