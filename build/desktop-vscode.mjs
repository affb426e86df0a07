// Finds a desktop VS Code on this machine.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from './on-path.mjs';

const COMMANDS = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders', 'codium'];

/** The command that opens a desktop VS Code, if one is on the PATH. In a remote terminal `code` only talks to the window. */
export function desktopCommand() {
  const command = onPath(COMMANDS);
  return command && !/[\\/]remote-cli[\\/]/.test(realpathSync(command)) ? command : undefined;
}

/** The program behind a `code` command: what a test run starts. */
function programOf(command) {
  const folder = dirname(realpathSync(command));
  const candidates = [
    join(folder, '..', 'code'),
    join(folder, '..', 'codium'),
    join(folder, '..', 'code-insiders'),
    join(folder, '..', 'Code.exe'),
    join(folder, '..', '..', '..', '..', 'MacOS', 'Electron'),
  ];
  return candidates.find((file) => existsSync(file));
}

/** The desktop VS Code that tests can be run in, or the reason why there is none. */
export function desktopEditor() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named)
    return existsSync(named) ? { executable: named } : { reason: `$VSCODE_EXECUTABLE is ${named}: no such file.` };
  const command = desktopCommand();
  const executable = command && programOf(command);
  if (!executable) return { reason: 'There is no desktop VS Code here (`code` on the PATH, or $VSCODE_EXECUTABLE).' };
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { reason: `${command} needs a display, and there is none.` };
  }
  return { executable };
}
