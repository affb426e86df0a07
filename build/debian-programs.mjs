// Programs that tests drive and that this project does not bring along. On a Debian machine where we may, they are installed.
//   node build/debian-programs.mjs nvim    prints the path of one
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isEntry } from './files.mjs';
import { onPath } from './on-path.mjs';

/** What the tests drive: how it is called, the variable that can name another one, and its Debian package. */
export const DEBIAN_PROGRAMS = {
  // Not $NVIM: Neovim sets that itself, to an address, for what runs in its terminal.
  nvim: { title: 'Neovim 0.7 or newer', variable: 'NEOVIM', package: 'neovim' },
  zsh: { title: 'zsh', variable: 'ZSH_PROGRAM', package: 'zsh' },
  fish: { title: 'fish', variable: 'FISH_PROGRAM', package: 'fish' },
  'pre-commit': { title: 'pre-commit', variable: 'PRE_COMMIT_PROGRAM', package: 'pre-commit' },
};

/** The path of a program, installed through apt where that is possible. Throws one line that names what to install. */
export function ensureProgram(name, say = console.error) {
  const { title, variable, package: debianPackage } = DEBIAN_PROGRAMS[name];
  const named = process.env[variable];
  if (named) {
    if (!existsSync(named)) throw new Error(`$${variable} is ${named}, and there is no such file.`);
    return named;
  }
  const found = onPath([name]);
  if (found) return found;
  if (process.getuid?.() === 0 && onPath(['apt-get'])) {
    say(`No ${name} found: installing it (apt-get update && apt-get install -y ${debianPackage}) …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', debianPackage]]) {
      const { status, stdout, stderr } = spawnSync('apt-get', step, { env, encoding: 'utf8', maxBuffer: 1 << 26 });
      if (status === 0) continue;
      const tail = `${stdout}\n${stderr}`.trim().split('\n').slice(-5).join('\n');
      throw new Error(
        `apt-get ${step.join(' ')} failed. Install ${title} by hand, or name one in $${variable}.\n${tail}`,
      );
    }
    const now = onPath([name]);
    if (now) return now;
  }
  throw new Error(`Install ${title} (or name one in $${variable}), then run this again.`);
}

if (isEntry(import.meta.url)) {
  try {
    console.log(ensureProgram(process.argv[2]));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
