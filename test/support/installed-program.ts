import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The path of a program that this machine has, or gets now (build/debian-programs.mjs). Fails with what to install. */
export function installedProgram(name: 'nvim' | 'zsh' | 'fish' | 'pre-commit'): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('build/debian-programs.mjs'), name], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr.trim());
  return stdout.trim();
}
