#!/usr/bin/env node
// The hook of `.pre-commit-hooks.yaml`: `aims check` with what stands under `args`, in the repository that is committed to.
import { spawnSync } from 'node:child_process';
import { ensureProgram } from '../program.mjs';

try {
  const args = [ensureProgram(), 'check', ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  process.exitCode = status ?? 2;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
