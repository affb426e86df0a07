// `aims check --watch`: a real run that is fed changes and waited for by what it prints.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { findingRows } from '../../engine/reports/finding-rows';
import { DiskFiles } from '../../host/disk-files';
import { type LoadedWorkspace, loadWorkspace, reloadWorkspace } from '../../host/load-workspace';
import { DAY } from '../support/command-line';
import { AIMS, STATEMENT } from '../support/small-texts';
import { TestFolder } from '../support/test-folder';

const SETTLED = `${STATEMENT}    justification: Our board wants a policy of its own.\n`;
const ENDING = /Checked in \d+ ms\. Waiting for changes; Ctrl-C ends\.\n\n/;

/** A run that goes on. */
class WatchingRun {
  readonly #process: ChildProcessByStdio<null, Readable, Readable>;
  #unread = '';
  #wake = (): void => undefined;
  said = '';

  constructor(folder: string) {
    this.#process = spawn(process.execPath, ['dist/cli.js', 'check', folder, '--watch', ...DAY], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#unread += text;
      this.#wake();
    });
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.said += text;
    });
  }

  /** The next result. One change may be told of several times: results are skipped until one is as wanted. */
  async next(isWanted: (result: string) => boolean): Promise<string> {
    for (;;) {
      const ending = ENDING.exec(this.#unread);
      if (ending) {
        const end = ending.index + ending[0].length;
        const result = this.#unread.slice(0, end);
        this.#unread = this.#unread.slice(end);
        if (isWanted(result)) return result;
      } else
        await new Promise<void>((done) => {
          this.#wake = done;
        });
    }
  }

  /** As Ctrl-C does; gives the exit status. */
  async interrupt(): Promise<number | null> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGINT');
    const [status] = (await ended) as [number | null];
    return status;
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }
}

describe('check --watch', () => {
  let folder: TestFolder;
  let run: WatchingRun;
  beforeEach(() => {
    folder = new TestFolder([
      ['aims.yaml', AIMS],
      ['docs/soa.yaml', STATEMENT],
    ]);
    run = new WatchingRun(folder.path);
  });
  afterEach(() => {
    run.end();
    folder.dispose();
  });

  const isMissing = (result: string) => result.includes('soa/missing-justification');

  it('checks again when a file changes, and ends with Ctrl-C and 0', async () => {
    ok(isMissing(await run.next(() => true)));
    folder.write('docs/soa.yaml', SETTLED);
    const settled = await run.next((result) => !isMissing(result));
    match(settled, /^1 document checked: /m);
    folder.write('docs/soa.yaml', STATEMENT);
    await run.next(isMissing);
    deepEqual([await run.interrupt(), run.said], [0, '']);
  });

  it('sees folders that come later, what is put into them, and what goes', async () => {
    await run.next(() => true);
    folder.write('later/deeper/policy.md', '---\nkind: ai-policy\nid: POL-1\nstatus: approved\n---\n# Policy\n');
    await run.next((result) => /^later\/deeper\/policy\.md$/m.test(result));
    folder.write('later/deeper/records/record.md', '---\nkind: record\nid: REC-1\n---\n# Record\n');
    match(await run.next((result) => /^3 documents checked: /m.test(result)), /^later\/deeper\/records\/record\.md$/m);
    folder.rename('later', 'moved');
    match(await run.next((result) => /^moved\/deeper\/policy\.md$/m.test(result)), /^3 documents checked: /m);
    // What has moved is still watched where it is now.
    folder.write('moved/deeper/policy.md', '# Nothing of ours\n');
    await run.next((result) => /^2 documents checked: /m.test(result));
    folder.remove('moved');
    await run.next((result) => /^1 document checked: /m.test(result));
    equal(await run.interrupt(), 0);
  });

  it('follows the settings, also another root', async () => {
    await run.next(isMissing);
    folder.write('aims.yaml', `${AIMS}rules:\n  soa/missing-justification: off\n`);
    await run.next((result) => !isMissing(result));
    folder.write('docs/aims.yaml', AIMS);
    await run.next((result) => /^0 documents checked: /m.test(result));
    folder.remove('docs/aims.yaml');
    await run.next((result) => /^1 document checked: /m.test(result));
    equal(await run.interrupt(), 0);
  });
});

describe('check --watch of a folder that is not there', () => {
  it('is 2, with one line', async () => {
    const run = spawn(process.execPath, ['dist/cli.js', 'check', 'no/such/folder', '--watch'], { stdio: 'pipe' });
    let said = '';
    run.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [status] = (await once(run, 'close')) as [number];
    equal(status, 2);
    match(said, /^aims: There is no folder "no\/such\/folder"\.\n$/);
  });
});

describe('reading a root again', () => {
  it('reads only what is new or touched, and gives what a fresh start gives', async () => {
    const folder = new TestFolder([
      ['aims.yaml', AIMS],
      ['docs/soa.yaml', STATEMENT],
      ['docs/one.md', '---\nkind: record\nid: REC-1\n---\n# One\n'],
    ]);
    try {
      const read: string[] = [];
      class CountedFiles extends DiskFiles {
        override read(paths: readonly string[]) {
          read.push(...paths);
          return super.read(paths);
        }
      }
      const rowsOfRoot = ({ snapshot }: LoadedWorkspace) => findingRows(snapshot, () => false);
      const first = await loadWorkspace(new CountedFiles(folder.path), '2026-11-20');
      deepEqual(read.splice(0).sort(), ['aims.yaml', 'docs/one.md', 'docs/soa.yaml']);
      folder.write('docs/soa.yaml', SETTLED);
      folder.write('docs/two.md', '---\nkind: record\nid: REC-1\n---\n# Two\n');
      folder.remove('docs/one.md');
      const second = await reloadWorkspace(first, {
        today: '2026-11-21',
        isTouched: (path) => path === 'docs/soa.yaml' || path === 'docs/one.md',
      });
      deepEqual(read.splice(0).sort(), ['docs/soa.yaml', 'docs/two.md']);
      deepEqual(rowsOfRoot(second), rowsOfRoot(await loadWorkspace(new DiskFiles(folder.path), '2026-11-21')));
    } finally {
      folder.dispose();
    }
  });
});
