import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder on disk with files, gone after the test. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'aims-test-'));

  constructor(files: Iterable<readonly [string, string | Uint8Array]> = []) {
    for (const [path, content] of files) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), content);
  }

  rename(from: string, to: string): void {
    mkdirSync(dirname(join(this.path, to)), { recursive: true });
    renameSync(join(this.path, from), join(this.path, to));
  }

  remove(path: string): void {
    rmSync(join(this.path, path), { recursive: true, force: true });
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Called inside `describe`: gives what keeps a folder until the tests of the group are over, and then removes it. */
export function keptFolders(): <Folder extends TestFolder>(folder: Folder) => Folder {
  const folders: TestFolder[] = [];
  after(() => {
    for (const folder of folders) folder.dispose();
  });
  return (folder) => {
    folders.push(folder);
    return folder;
  };
}

/** Called inside `describe`: gives what makes a folder with some files, kept and removed in the same way. */
export function folderMaker(
  kept = keptFolders(),
): (...files: readonly (readonly [string, string | Uint8Array])[]) => TestFolder {
  return (...files) => kept(new TestFolder(files));
}
