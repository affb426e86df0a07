import { posix } from 'node:path';
import { BUILT_IN_EXCLUDES, CONFIGURATION_FILE, decodeText } from '../engine/engine';
import type { OutsidePath } from '../engine/workspace/resolve';
import type { FileSource, Listing, ReadFile } from './file-source';
import { type GitRepository, PARTIAL } from './git';
import { GitError } from './git-process';

const excluded: readonly string[] = BUILT_IN_EXCLUDES;

/** Texts by the id of their object: what two revisions share is read once. */
export type GitTexts = Map<string, ReadFile>;

/** The files of a folder in a commit. What lies in Git as a link or a submodule is no file. */
export class GitFiles implements FileSource {
  readonly #repository: GitRepository;
  readonly #commit: string;
  readonly #root: string;
  readonly #texts: GitTexts;
  #ids: ReadonlyMap<string, string> = new Map();

  /** `root` is a path in the repository with `/`, empty for its top; `texts` is what other sources have read already. */
  constructor(repository: GitRepository, commit: string, root: string, texts: GitTexts = new Map()) {
    this.#repository = repository;
    this.#commit = commit;
    this.#root = root;
    this.#texts = texts;
  }

  async list(most: number): Promise<Listing> {
    const entries = (await this.#repository.files(this.#commit, this.#root)) ?? [];
    const others = entries
      .filter(({ path }) => path.endsWith(`/${CONFIGURATION_FILE}`))
      .map(({ path }) => path.slice(0, -CONFIGURATION_FILE.length));
    const sizes = new Map<string, number>();
    const unlisted = new Map<string, string>();
    const ids = new Map<string, string>();
    for (const { path, id, size } of entries) {
      const folders = path.split('/').slice(0, -1);
      if (folders.some((name) => excluded.includes(name)) || others.some((root) => path.startsWith(root))) continue;
      if (!isOrdinary(path)) {
        unlisted.set(path, 'no file can have that name');
        continue;
      }
      if (sizes.size > most) break;
      // Names that differ only in bytes that are no text look alike.
      let own = path;
      while (ids.has(own)) own += '\uFFFD';
      sizes.set(own, size);
      ids.set(own, id);
    }
    this.#ids = ids;
    return { sizes, unlisted };
  }

  async read(paths: readonly string[]): Promise<ReadonlyMap<string, ReadFile>> {
    const read = await Promise.all(
      paths.map(async (path): Promise<[string, ReadFile]> => {
        const id = this.#ids.get(path);
        if (id === undefined) return [path, { ok: false, why: 'ENOENT' }];
        const known = this.#texts.get(id) ?? (await this.#object(id));
        this.#texts.set(id, known);
        return [path, known];
      }),
    );
    return new Map(read);
  }

  async lookOutside(paths: readonly string[]): Promise<ReadonlyMap<string, OutsidePath>> {
    const absolute = paths.map((path) => posix.normalize(posix.join(this.#root, path)).replace(/\/$/, ''));
    const inside = absolute.filter((path) => !leaves(path));
    const kinds = inside.length > 0 ? await this.#repository.kindsOf(this.#commit, inside.map(asTreePath)) : [];
    const there = new Set(inside.filter((_, index) => kinds[index] !== undefined));
    return new Map(
      paths.map((path, index): [string, OutsidePath] => {
        const at = absolute[index] ?? '..';
        return [path, leaves(at) ? 'forbidden' : there.has(at) ? 'exists' : 'missing'];
      }),
    );
  }

  async #object(id: string): Promise<ReadFile> {
    const read = await this.#repository.objects.read(id);
    if (read.ok) {
      const { text, damaged } = decodeText(read.bytes);
      return { ok: true, given: { text, damaged } };
    }
    if (read.missing && (await this.#repository.isPartial())) throw new GitError(PARTIAL);
    return { ok: false, why: read.why };
  }
}

/** False for what only a tree that was made to mislead can hold. */
function isOrdinary(path: string): boolean {
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}

function leaves(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith('/');
}

function asTreePath(path: string): string {
  return path === '.' ? '' : path;
}
