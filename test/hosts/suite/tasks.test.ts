import * as vscode from 'vscode';
import { access, expect, expectEqual, inWorkspace } from './expect';

// Put in by the bundling of the suite (suite-bundle.mjs).
declare const process: { readonly env: { readonly AIMS_HOST: 'node' | 'web' } };

const IN_NODE = process.env.AIMS_HOST === 'node';

/** Runs a task; resolves with the exit status of its process, or undefined where it had none. */
function statusOf(task: vscode.Task): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve(exitCode);
    });
    vscode.tasks.executeTask(task).then(undefined, reject);
  });
}

describe('tasks', () => {
  before(access);

  it(
    IN_NODE ? 'one to check each management system, and one for what is to do' : 'none: there is no process',
    async () => {
      const found = await vscode.tasks.fetchTasks({ type: 'aims' });
      expectEqual(found.map(({ name }) => name).sort(), IN_NODE ? ['check', 'gaps'] : [], 'tasks');
      for (const { definition, source, problemMatchers } of found) {
        expectEqual([definition.folder, source, problemMatchers], ['.', 'aims', []], 'the task');
      }
    },
  );

  if (IN_NODE) {
    it('without the command line it ends with 127, and nothing is written', async () => {
      const settings = vscode.workspace.getConfiguration('aims');
      const nowhere = vscode.Uri.joinPath(inWorkspace('.'), 'there-is-no-aims').fsPath;
      await settings.update('cli.path', nowhere, vscode.ConfigurationTarget.Global);
      try {
        const [task] = (await vscode.tasks.fetchTasks({ type: 'aims' })).filter(({ name }) => name === 'check');
        expect(task, 'there is a task');
        expectEqual(await statusOf(task), 127, 'the status');
      } finally {
        await settings.update('cli.path', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }
});
