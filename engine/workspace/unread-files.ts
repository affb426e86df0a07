import { BUILT_IN_EXCLUDES, CONFIGURATION_FILE } from '../configuration/configuration';
import { type Language, languageOf } from '../facts/read-document';
import type { KindDefinition } from '../kinds/kind';
import type { Recognition } from '../kinds/recognise';
import type { DocumentRecord } from '../kinds/record';
import type { Report } from './finding';
import { onFile } from './places';
import type { UnreadDocument } from './workspace-view';

/** Most files a root may have, and most bytes a text may have; beyond it a finding says so. */
export const LIMITS = { files: 20_000, bytes: 2_000_000 } as const;

/** What a host says there is. */
export interface ListedFiles {
  /** Sizes in bytes by path. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Files that could not be read, and why. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** Folders that could not be listed, and why. */
  readonly unlisted: ReadonlyMap<string, string>;
  /** Whether a file counts: the settings and the baseline always, others by `include` and `exclude`. */
  counts(path: string): boolean;
}

/** How a document is taken of which only the path is known. */
export interface ReadByPath {
  recognise(path: string, language: Language): Recognition | undefined;
  /** The kind that stands for a document of which nothing is known. */
  readonly anyKind: KindDefinition | undefined;
  read(path: string, language: Language, how: Recognition): DocumentRecord;
}

/** What there is and was not read. A large file that neither its place nor its name says to be ours holds nothing of ours. */
export function unreadDocuments(files: ListedFiles, by: ReadByPath): UnreadDocument[] {
  const unread: UnreadDocument[] = [];
  const add = (path: string, onlyIfOurs: boolean): void => {
    const language = languageOf(path) ?? 'markdown';
    const recognition = by.recognise(path, language);
    const kind = recognition?.kind ?? (onlyIfOurs ? undefined : by.anyKind);
    const how = recognition ?? (kind && ({ kind, how: 'shape', why: '' } as const));
    if (how) unread.push({ record: by.read(path, language, how), mayBeAnything: recognition === undefined });
  };
  for (const path of files.unreadable.keys()) if (files.counts(path)) add(path, false);
  for (const path of files.unlisted.keys()) if (files.counts(aFileIn(path))) add(path, false);
  for (const [path] of tooLarge(files)) add(path, true);
  return unread;
}

/** The findings about files that are too large, too many or cannot be read. */
export function limitReports(files: ListedFiles): { rule: string; report: Report }[] {
  const limits: { rule: string; report: Report }[] = [];
  const add = (rule: string, path: string, message: string, data: NonNullable<Report['data']>): void => {
    limits.push({ rule, report: { at: onFile(path), message, data } });
  };
  if (files.sizes.size > LIMITS.files)
    add('limit/file-count', CONFIGURATION_FILE, 'found', { count: files.sizes.size, most: LIMITS.files });
  for (const [path, size] of tooLarge(files)) {
    const megabytes = (size / 1_000_000).toFixed(1);
    add('limit/file-size', path, 'found', { megabytes, most: LIMITS.bytes / 1_000_000 });
  }
  for (const [path, why] of files.unreadable)
    if (files.counts(path)) add('limit/unreadable', path, 'found', { path, why });
  // A folder has no text of its own to underline.
  for (const [path, why] of files.unlisted)
    if (files.counts(aFileIn(path))) add('limit/unreadable', CONFIGURATION_FILE, 'folder', { path, why });
  return limits;
}

const EXCLUDED = new RegExp(`(?:^|/)(?:${BUILT_IN_EXCLUDES.join('|').replaceAll('.', '\\.')})/`);

/** True where a path lies in a folder that never holds documents of a management system. */
export function isExcluded(path: string): boolean {
  return EXCLUDED.test(path);
}

function tooLarge(files: ListedFiles): [string, number][] {
  return [...files.sizes].filter(([path, size]) => size > LIMITS.bytes && languageOf(path) && files.counts(path));
}

/** A path by which one asks whether a folder counts. */
function aFileIn(folder: string): string {
  return `${folder}/any.md`;
}
