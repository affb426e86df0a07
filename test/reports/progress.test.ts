// How far a long check is: on a terminal only, on one line, and gone at the end.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { terminalProgress } from '../../cli/progress';
import { DAY } from '../support/command-line';
import { AIMS } from '../support/small-texts';
import { TestFolder } from '../support/test-folder';

/** Progress with a clock that a test moves. */
function watched(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const progress = terminalProgress({ isTTY, write: (text) => written.push(text) }, () => now);
  const at = (time: number, ...given: Parameters<typeof progress.show>) => {
    now = time;
    progress.show(...given);
  };
  return { written, progress, at };
}

describe('progress', () => {
  it('shows nothing of what takes less than a second, and then each state once', () => {
    const { written, progress, at } = watched(true);
    at(0, 'reading', 0, 5000);
    at(999, 'reading', 640, 5000);
    deepEqual(written, []);
    at(1000, 'reading', 1234, 5000);
    at(1010, 'reading', 1298, 5000);
    at(1100, 'reading', 1362, 5000);
    at(1110, 'checking', 0, 0);
    at(1300, 'checking', 0, 0);
    progress.clear();
    progress.clear();
    deepEqual(written, [
      '\rReading 1,234 of 5,000 files…\u001b[K',
      '\rReading 1,362 of 5,000 files…\u001b[K',
      '\rChecking…\u001b[K',
      '\r\u001b[K',
    ]);
  });

  it('shows nothing at all where there is no terminal', () => {
    const { written, progress, at } = watched(false);
    at(5000, 'reading', 1234, 5000);
    progress.clear();
    deepEqual(written, []);
  });

  it('goes to standard error of a terminal, and is gone before anything else is written', () => {
    const files = Array.from({ length: 200 }, (_, index): [string, string] => [
      `records/${index}.md`,
      `---\nkind: record\nid: REC-${index}\ntitle: Record\ndate: 2026-01-01\n---\n\n# Record ${index}\n\nDone.\n`,
    ]);
    // A clock that goes a thousand times too fast stands for a system a thousand times as large.
    const clock =
      'const { performance } = globalThis; const now = performance.now.bind(performance);\nperformance.now = () => now() * 1000;\n';
    const folder = new TestFolder([['aims.yaml', AIMS], ['clock.cjs', clock], ...files]);
    try {
      const check = [process.execPath, '--require', `${folder.path}/clock.cjs`, 'dist/cli.js', 'check', folder.path];
      const command = `${[...check, ...DAY].join(' ')} >${folder.path}/out.txt`;
      const { stdout, error } = spawnSync('script', ['-qec', command, '/dev/null'], {
        encoding: 'utf8',
        env: { ...process.env, TERM: 'xterm' },
      });
      equal(error, undefined);
      match(stdout, /\rReading \d+ of 201 files…\p{Cc}\[K.*\rChecking…\p{Cc}\[K/su);
      ok(stdout.endsWith('\r\u001b[K'), JSON.stringify(stdout.slice(-80)));
      // The same on a pipe.
      const piped = spawnSync(check[0] as string, [...check.slice(1), ...DAY], { encoding: 'utf8' });
      equal(piped.stderr, '');
    } finally {
      folder.dispose();
    }
  });
});
