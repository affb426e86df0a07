import {
  CustomExecution,
  type Disposable,
  EventEmitter,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  type TaskProvider,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** The type of our tasks in `tasks.json`. */
const TYPE = 'aims';

/** What a shell says of a program that is not there. */
const NOT_FOUND = 127;

/** Finds the command line: the program and what stands before its arguments; undefined where this machine has none. */
export type FindProgram = (configured: string) => readonly string[] | undefined;

/** `aims` as a task: one for each management system that is open, and what `tasks.json` says. Node only: it is a process. */
export class AimsTasks implements TaskProvider, Disposable {
  readonly #find: FindProgram;
  readonly #registration: Disposable;

  constructor(find: FindProgram) {
    this.#find = find;
    this.#registration = tasks.registerTaskProvider(TYPE, this);
  }

  dispose(): void {
    this.#registration.dispose();
  }

  async provideTasks(): Promise<Task[]> {
    const settings = await workspace.findFiles('**/aims.yaml', '**/node_modules/**', 50);
    return settings.flatMap((uri) => {
      const scope = workspace.getWorkspaceFolder(uri);
      if (!scope) return [];
      const folder = Uri.joinPath(uri, '..').path.slice(scope.uri.path.length + 1) || '.';
      return ['check', 'gaps'].map((command) => this.#task({ type: TYPE, command, folder }, scope));
    });
  }

  resolveTask({ definition, scope }: Task): Task | undefined {
    const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
    // The definition as it was given: by it VS Code knows its task again.
    return folder && this.#task(definition, folder);
  }

  #task(definition: TaskDefinition, scope: WorkspaceFolder): Task {
    const { command = 'check', folder = '.', failOn } = definition;
    const args = [String(command)];
    if (command === 'check') args.push('--format=lines');
    if (command === 'check' && failOn !== undefined) args.push(`--fail-on=${failOn}`);
    args.push('--', String(folder));
    const program = this.#find(workspace.getConfiguration('aims', scope).get('cli.path', '').trim());
    // Not through a shell, which would read the name of a folder as more than a name.
    const execution = program
      ? new ProcessExecution(program[0] ?? '', [...program.slice(1), ...args], { cwd: scope.uri.fsPath })
      : new CustomExecution(async () => sayMissing());
    const title = folder === '.' ? String(command) : `${command} ${folder}`;
    // The editor shows the findings of these folders itself: a problem matcher would show each of them twice.
    const task = new Task(definition, scope, title, TYPE, execution, []);
    if (command === 'check') task.group = TaskGroup.Test;
    return task;
  }
}

/** A terminal that says what is missing, and ends. */
function sayMissing() {
  const write = new EventEmitter<string>();
  const close = new EventEmitter<number>();
  const message = l10n.t(
    'The command line "aims" was not found. Install it, or write its path into the setting "aims.cli.path".',
  );
  return {
    onDidWrite: write.event,
    onDidClose: close.event,
    open() {
      write.fire(`${message}\r\n`);
      close.fire(NOT_FOUND);
    },
    close() {},
  };
}
