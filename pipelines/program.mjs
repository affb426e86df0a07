#!/usr/bin/env node
// Makes `dist/cli.js` where it is not there yet, and prints its path: a pipeline gets this project as its sources.
// The build needs the development dependencies (npm ci); where they were installed only for this, they are removed again.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, isEntry, ROOT, removeFolder } from '../build/files.mjs';
import { dependenciesInstalled, npmCommand } from '../build/install.mjs';

/** The command line, built if need be. Throws where it cannot be built. What is done is said on standard error. */
export function ensureProgram() {
  const program = inRoot('dist/cli.js');
  if (existsSync(program)) return program;
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) throw new Error(`aims needs Node 20 or newer; this is Node ${process.versions.node}.`);
  const installed = dependenciesInstalled();
  if (!installed) run('npm ci', ...npmCommand(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
  run('the build', process.execPath, inRoot('build/bundle.mjs'));
  if (!installed) removeFolder(inRoot('node_modules'));
  return program;
}

function run(what, command, ...args) {
  console.error(`aims is built once (${what}) …`);
  // Standard output is for the path, or for what the command line prints.
  const stdio = ['ignore', 2, 2];
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio, shell: command.endsWith('.cmd') });
  if (status !== 0) throw new Error(`aims could not be built: ${what} failed (${error?.message ?? `exit ${status}`}).`);
}

if (isEntry(import.meta.url)) {
  try {
    console.log(ensureProgram());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
