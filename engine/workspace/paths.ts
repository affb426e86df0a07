/** The folder of a root-relative path; empty for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** A path written in `from`, as a root-relative one; it may start with `../` where it leaves the root. */
export function joinPath(folder: string, written: string): string {
  const parts = written.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The path from the folder of one root-relative path to another. */
export function relativePath(from: string, to: string): string {
  const here = folderOf(from)
    .split('/')
    .filter((part) => part !== '');
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared)].join('/');
}

/** The files of a root, and what lies in which folder. */
export class Paths {
  readonly #files: ReadonlySet<string>;
  readonly #folders = new Set<string>();
  readonly #byName = new Map<string, string[]>();
  readonly #byCase = new Map<string, string>();

  constructor(files: ReadonlySet<string>) {
    this.#files = files;
    for (const file of files) {
      for (let folder = folderOf(file); folder !== '' && !this.#folders.has(folder); folder = folderOf(folder))
        this.#folders.add(folder);
      const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
      const known = this.#byName.get(name);
      if (known) known.push(file);
      else this.#byName.set(name, [file]);
      this.#byCase.set(file.toLowerCase(), file);
    }
  }

  /** Every file, root-relative. */
  all(): Iterable<string> {
    return this.#files;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  isFolder(path: string): boolean {
    return path === '' || this.#folders.has(path);
  }

  /** The real name of a file written in other case. */
  otherCase(path: string): string | undefined {
    return this.#byCase.get(path.toLowerCase());
  }

  /** The file with this name, where there is only one of it. */
  uniqueName(name: string): string | undefined {
    const found = this.#byName.get(name.toLowerCase());
    return found?.length === 1 ? found[0] : undefined;
  }

  /** Every file with this name. */
  named(name: string): readonly string[] {
    return this.#byName.get(name.toLowerCase()) ?? [];
  }
}
