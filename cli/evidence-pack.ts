import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Snapshot } from '../engine/engine';
import {
  evidenceManifest,
  evidencePaths,
  type Manifest,
  manifestCsv,
  manifestJson,
  type PackedFile,
  type PackSettings,
} from '../engine/reports/evidence-manifest';
import type { BytesReader } from './evidence-source';
import { whyNotWritten, writeFileWhole } from './write-file';

/** A zip file is made in memory. */
const MOST_ZIPPED_BYTES = 1_000_000_000;

/** Where a pack goes, from what was asked for. */
export interface PackTarget {
  readonly path: string;
  readonly zip: boolean;
  readonly force: boolean;
}

/** Where a pack is to go: a name that ends in `.zip` is a file, any other a folder. */
export function packTarget(path: string, force: boolean): PackTarget {
  return { path, zip: /\.zip$/i.test(path), force };
}

/** Why a pack would not be written, or undefined: to be asked before long work. */
export async function whyNotPacked(
  { path, zip, force }: PackTarget,
  roots: readonly string[],
): Promise<string | undefined> {
  if (zip) return whyNotWritten(path, force);
  const inside = roots.some((root) => `${resolve(path)}${sep}`.startsWith(`${resolve(root)}${sep}`));
  if (inside)
    return `"${path}" lies inside the management system, where the copies would be taken for its documents. Name a folder outside of it, or a .zip file.`;
  const info = await lstat(path).catch(() => undefined);
  if (!info) return undefined;
  if (!info.isDirectory()) return `"${path}" exists and is no folder. Name a new folder, or a .zip file.`;
  const files = await readdir(path);
  return files.length === 0 ? undefined : `"${path}" is not empty. Name a new or empty folder, or a .zip file.`;
}

/** Writes the evidence of a snapshot with its manifest, whole or not at all. Throws with words for the user. */
export async function writePack(
  snapshot: Snapshot,
  read: BytesReader,
  target: PackTarget,
  settings: PackSettings,
): Promise<Manifest> {
  const packed: PackedFile[] = [];
  const unread = new Map<string, string>();
  const pack = target.zip ? new ZipPack(target) : await FolderPack.start(target);
  try {
    for (const path of evidencePaths(snapshot)) {
      const found = await read(path);
      if (!found.ok) {
        unread.set(path, found.why);
        continue;
      }
      const { bytes } = found;
      packed.push({ path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
      await pack.add(`files/${path}`, bytes);
    }
    const manifest = evidenceManifest(snapshot, packed, unread, settings);
    await pack.add('manifest.json', Buffer.from(manifestJson(manifest)));
    await pack.add('manifest.csv', Buffer.from(manifestCsv(manifest)));
    await pack.finish();
    return manifest;
  } catch (error) {
    await pack.drop();
    throw error;
  }
}

interface Pack {
  add(name: string, bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  drop(): Promise<void>;
}

/** The same files give the same bytes: fixed order, fixed times. */
class ZipPack implements Pack {
  readonly #target: PackTarget;
  readonly #files = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(target: PackTarget) {
    this.#target = target;
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    this.#bytes += bytes.length;
    if (this.#bytes > MOST_ZIPPED_BYTES)
      throw new Error('The evidence is larger than 1 GB, too much for one zip file: name a folder instead.');
    this.#files.set(name, bytes);
  }

  async finish(): Promise<void> {
    const { zipSync } = await import('fflate');
    // The earliest day a zip file knows, in the time of wherever we are: that is how it is written.
    const mtime = new Date(1980, 0, 1);
    const names = [...this.#files.keys()].sort();
    const content = zipSync(
      Object.fromEntries(names.map((name) => [name, this.#files.get(name) ?? new Uint8Array()])),
      {
        level: 6,
        mtime,
      },
    );
    await writeFileWhole(this.#target.path, content, { force: this.#target.force });
  }

  async drop(): Promise<void> {
    this.#files.clear();
  }
}

/** Made beside the target and put in its place when it is whole. */
class FolderPack implements Pack {
  readonly #path: string;
  readonly #beside: string;

  private constructor(path: string, beside: string) {
    this.#path = path;
    this.#beside = beside;
  }

  static async start({ path }: PackTarget): Promise<FolderPack> {
    const whole = resolve(path);
    const beside = join(dirname(whole), `.${basename(whole)}.${randomUUID()}`);
    await mkdir(beside, { recursive: true }).catch((error) => {
      throw cannotWrite(path, error);
    });
    return new FolderPack(whole, beside);
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    const file = join(this.#beside, ...name.split('/'));
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes, { flag: 'wx' });
    } catch (error) {
      throw cannotWrite(name, error);
    }
  }

  async finish(): Promise<void> {
    try {
      // Only an empty folder can be removed; one that has been filled meanwhile stays as it is.
      await rmdir(this.#path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      await rename(this.#beside, this.#path);
    } catch (error) {
      throw cannotWrite(this.#path, error);
    }
  }

  async drop(): Promise<void> {
    await rm(this.#beside, { recursive: true, force: true }).catch(() => undefined);
  }
}

function cannotWrite(path: string, error: unknown): Error {
  return new Error(`"${path}" cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
}
