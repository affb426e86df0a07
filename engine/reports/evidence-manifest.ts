import { FOOT_LINE } from '../coverage/grade';
import { type EvidenceUse, type ReferencedEvidence, referencedEvidence } from '../coverage/referenced-evidence';
import { guarded } from '../features/import/guarded-text';
import type { Snapshot } from '../workspace/snapshot';
import { placeNumbers } from './finding-rows';

/** A file of an evidence pack as it was read. */
export interface PackedFile {
  readonly path: string;
  /** Hex digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What a manifest says of the pack as a whole. */
export interface PackSettings {
  /** The version of the program that made it. */
  readonly version: string;
  /** The revision that the files are from; undefined where they are those on disk. */
  readonly revision?: { readonly given: string; readonly id: string; readonly date: string } | undefined;
}

/** Who refers to a file, and where that stands. */
export interface ManifestUse {
  readonly subject: string;
  readonly about: string;
  readonly field: string;
  readonly path: string;
  readonly line: number;
}

/** What is in an evidence pack, and what is referred to and is not. */
export interface Manifest {
  readonly version: 1;
  readonly today: string;
  readonly organization: string | null;
  readonly revision: { readonly given: string; readonly id: string; readonly date: string } | null;
  readonly tool: string;
  readonly files: readonly (PackedFile & {
    readonly date: string | null;
    readonly until: string | null;
    readonly supports: readonly ManifestUse[];
  })[];
  readonly not_included: readonly {
    readonly target: string;
    readonly why: string;
    readonly supports: readonly ManifestUse[];
  }[];
  readonly foot: string;
}

/** The files of the root that count as evidence, sorted by path: what goes into a pack. */
export function evidencePaths(snapshot: Snapshot): readonly string[] {
  return referencedEvidence(snapshot).flatMap(({ target, there }) => (there === 'file' ? [target] : []));
}

/** The manifest of a pack. `unread` says why a file of the root is not in it after all. */
export function evidenceManifest(
  snapshot: Snapshot,
  packed: readonly PackedFile[],
  unread: ReadonlyMap<string, string>,
  { version, revision }: PackSettings,
): Manifest {
  const { view } = snapshot;
  const byPath = new Map(packed.map((file) => [file.path, file]));
  const all = referencedEvidence(snapshot);
  return {
    version: 1,
    today: view.today,
    organization: orNull(view.configuration.organization),
    revision: revision ?? null,
    tool: `AIMS ${version}`,
    files: all.flatMap(({ target, there, date, until, uses }) => {
      const file = there === 'file' ? byPath.get(target) : undefined;
      if (!file) return [];
      return [{ ...file, date: orNull(date), until: orNull(until), supports: usesOf(snapshot, uses) }];
    }),
    not_included: all.flatMap((each) => {
      if (each.there === 'file' && byPath.has(each.target)) return [];
      const why = each.there === 'file' ? (unread.get(each.target) ?? 'It was not read.') : WHY[each.there];
      return [{ target: each.target, why, supports: usesOf(snapshot, each.uses) }];
    }),
    foot: FOOT_LINE,
  };
}

const WHY: Readonly<Record<Exclude<ReferencedEvidence['there'], 'file'>, string>> = {
  missing: 'There is no such file.',
  outside: 'It lies outside the folder of the management system.',
  folder: 'It is a folder, not a file.',
  web: 'It is an address, and nothing is fetched.',
  words: 'It names no file.',
};

/** The manifest as JSON. */
export function manifestJson(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The manifest as CSV by RFC 4180 with a byte order mark: a line for each file, then for what is not included. */
export function manifestCsv({ files, not_included, today, revision }: Manifest): string {
  const state = revision ? `${revision.given} (${revision.id}, ${revision.date})` : 'files on disk';
  const rows = [
    ['path', 'sha-256', 'bytes', 'date', 'until', 'referred to by', 'included', 'as of', 'revision'],
    ...files.map(({ path, sha256, bytes, date, until, supports }) => [
      ...[path, sha256, String(bytes), date ?? '', until ?? ''],
      ...[words(supports), 'yes', today, state],
    ]),
    ...not_included.map(({ target, why, supports }) => [
      ...[target, '', '', '', '', words(supports)],
      ...[`no: ${why}`, today, state],
    ]),
  ];
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${guarded(cell).replace(/"/g, '""')}"`).join(',');
  return `\ufeff${rows.map(line).join('\r\n')}\r\n`;
}

function words(supports: readonly ManifestUse[]): string {
  return supports.map(({ subject, path, line }) => `${subject} (${path}:${line})`).join('; ');
}

function usesOf(snapshot: Snapshot, uses: readonly EvidenceUse[]): ManifestUse[] {
  return uses.map(({ subject, about, field, at }) => {
    const { path, start } = placeNumbers(snapshot, at);
    return { subject, about, field, path, line: start.line };
  });
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
