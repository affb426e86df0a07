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

/** To be called inside `describe`: what it gives keeps a folder, and when the tests of the group are over, all of them go. */
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

/** To be called inside `describe`: what it gives makes a folder with these files, gone when the tests of the group are over. */
export function folderMaker(
  kept = keptFolders(),
): (...files: readonly (readonly [string, string | Uint8Array])[]) => TestFolder {
  return (...files) => kept(new TestFolder(files));
}
