import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The command line as a task starts it: as configured, else `aims` on the PATH; undefined where there is none. */
export function findProgram(configured: string): readonly string[] | undefined {
  if (configured === '') return onPath('aims');
  if (!isAbsolute(configured) || !existsSync(configured)) return undefined;
  // `dist/cli.js` as it was built: a script that Node runs.
  const node = /\.[cm]?js$/.test(configured) ? onPath('node') : [];
  return node && [...node, configured];
}

function onPath(name: string): readonly string[] | undefined {
  const endings = process.platform === 'win32' ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const ending of endings)
      if (isAbsolute(folder) && existsSync(join(folder, name + ending))) return [join(folder, name + ending)];
  return undefined;
}
