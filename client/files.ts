import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { ListedFile, ListedFolder } from '../server/protocol';
import { rootUri } from './root-uri';

/** Folders that are never looked at, in every host. */
export const NEVER_LOOKED_AT: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'build', 'vendor']);

/** Files whose text the server reads; of all others only the existence counts. */
export const READ_BY_SERVER = /\.(md|markdown|ya?ml|csv)$/i;

/** How many requests to a file system run at a time: enough to hide its delay, few enough not to flood it. */
const AT_A_TIME = 24;

/** Runs a task for every item, some at a time; the results keep the order of the items. */
async function forEachBatched<Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    results.push(...(await Promise.all(items.slice(at, at + AT_A_TIME).map(task))));
  }
  return results;
}

/** The size in bytes; 0 where the file system does not tell, so that reading it shows what is wrong. */
async function sizeOf(uri: Uri): Promise<number> {
  try {
    return (await workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}

/** Every file below a folder, up to `most`. Symbolic links are not followed. The folder itself has to be readable. */
export async function listFiles(folder: string, most: number): Promise<ListedFolder> {
  const top = rootUri(folder);
  const files: Uri[] = [];
  const unlisted: { uri: string; why: string }[] = [];
  for (let folders = [top]; folders.length > 0 && files.length < most; ) {
    const listings = await forEachBatched(folders, async (at): Promise<[Uri, [string, FileType][]]> => {
      if (at === top) return [at, await workspace.fs.readDirectory(at)];
      try {
        return [at, await workspace.fs.readDirectory(at)];
      } catch (error) {
        // One folder that may not be read must not hide all others, nor be passed over in silence.
        const why = error instanceof FileSystemError ? error.code : String(error);
        // One that is gone again is no longer there to be listed.
        if (why !== 'FileNotFound') unlisted.push({ uri: at.toString(), why });
        return [at, []];
      }
    });
    folders = [];
    for (const [at, entries] of listings) {
      for (const [name, type] of entries) {
        if (type === FileType.File) files.push(Uri.joinPath(at, name));
        else if (type === FileType.Directory && !NEVER_LOOKED_AT.has(name)) folders.push(Uri.joinPath(at, name));
      }
    }
  }
  const sized = await forEachBatched(files.slice(0, most), async (uri): Promise<ListedFile> => {
    // The size matters only where the file is read; asking for it costs a request each.
    const size = READ_BY_SERVER.test(uri.path) ? await sizeOf(uri) : 0;
    return { uri: uri.toString(), size };
  });
  return { files: sized, unlisted };
}

/** The bytes of files in base64, in the order asked for; null for one that cannot be read or lies outside every workspace
 *  folder: a link in a document must not make us read what the user has not opened. */
export function readFiles(uris: readonly string[]): Promise<(string | null)[]> {
  return forEachBatched(uris, async (uri) => {
    try {
      const file = Uri.parse(uri, true);
      return workspace.getWorkspaceFolder(file) ? toBase64(await workspace.fs.readFile(file)) : null;
    } catch {
      return null;
    }
  });
}

function toBase64(bytes: Uint8Array): string {
  // In pieces: a call takes a limited number of arguments.
  const piece = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(binary);
}
