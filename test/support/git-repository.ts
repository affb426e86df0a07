import { spawnSync } from 'node:child_process';
import { TestFolder } from './test-folder';

/** A real Git repository in a folder of its own, untouched by the settings of this machine. */
export class TestRepository extends TestFolder {
  /** `options` go to `git init`. */
  constructor(files: Iterable<readonly [string, string | Uint8Array]> = [], ...options: readonly string[]) {
    super(files);
    this.git('init', '--quiet', '--initial-branch=main', ...options);
  }

  /** Runs Git here; throws with its words where it fails. */
  git(...args: readonly string[]): string {
    return this.gitAt('2026-06-01T12:00:00Z', ...args);
  }

  /** The same as of a moment. */
  gitAt(moment: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync('git', ['-C', this.path, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...GIT_SETTINGS, GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment },
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  /** Commits everything that is in the folder; gives the id of the commit. */
  commit(moment = '2026-06-01T12:00:00Z'): string {
    this.gitAt(moment, 'add', '--all');
    this.gitAt(moment, 'commit', '--quiet', '--allow-empty', '--message', 'A change');
    return this.git('rev-parse', 'HEAD');
  }
}

/** Settings of Git that make every run alike. */
export const GIT_SETTINGS = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Dana Reyes',
  GIT_AUTHOR_EMAIL: 'dana@example.org',
  GIT_COMMITTER_NAME: 'Dana Reyes',
  GIT_COMMITTER_EMAIL: 'dana@example.org',
} as const;
