import type { FieldDefinition, Target } from '../kinds/kind';
import type { DocumentRecord, Item, Row, Section } from '../kinds/record';
import { headingSlug } from '../kinds/slug';
import { looksLikeId } from '../kinds/tokens';
import { foldId, type Named, type Names } from './names';
import { folderOf, joinPath, type Paths } from './paths';
import { areTranslations } from './twins';

/** Where a reference leads. */
export type Resolution =
  | { readonly type: 'named'; readonly named: Named; readonly byName: boolean }
  | {
      readonly type: 'file';
      readonly path: string;
      readonly fragment: string;
      readonly anchor: 'none' | 'found' | 'missing' | 'unchecked';
      /** The headings that the fragment can mean; the link opens the first. */
      readonly headings: readonly Section[];
      readonly otherCase: boolean;
      readonly document: DocumentRecord | undefined;
      readonly row: Named | undefined;
    }
  | { readonly type: 'external'; readonly url: string }
  | { readonly type: 'outside'; readonly path: string }
  | { readonly type: 'folder'; readonly path: string }
  | { readonly type: 'wrong-kind'; readonly named: Named }
  | { readonly type: 'ambiguous'; readonly candidates: readonly Named[] }
  /** `path`: a file that is not there. `id`: shaped like ids that exist. `all`: every system. `text`: free words. */
  | { readonly type: 'unresolved'; readonly as: 'path' | 'id' }
  | { readonly type: 'text' }
  | { readonly type: 'all' };

/** The document that a reference leads to, or into. */
export function documentLedTo(resolution: Resolution | undefined): DocumentRecord | undefined {
  if (resolution?.type === 'named') return resolution.named.document;
  return resolution?.type === 'file' ? resolution.document : undefined;
}

/** What the host says of a path outside the root. `forbidden`: it leaves the workspace folder and is not looked at. */
export type OutsidePath = 'exists' | 'missing' | 'forbidden' | 'unknown';

/** What resolving needs to know of the root. */
export interface ResolveContext {
  readonly names: Names;
  readonly paths: Paths;
  readonly document: (path: string) => DocumentRecord | undefined;
  /** The first row of a document with an id, in whatever case. */
  readonly row: (document: DocumentRecord, id: string) => Row | undefined;
  /** Files outside the root that the host has looked up: exists or not. */
  readonly outside: (path: string) => OutsidePath;
  /** True for a prefix of ids in use, such as `r-` for `R-004`, in folded text. */
  readonly hasPrefix: (prefix: string) => boolean;
}

const URL = /^[a-z][a-z0-9+.-]{1,20}:(?:\/\/|[^\s\\])/i;

/** Resolves one item of a field (design: references, 4 and 5). Control and clause fields are not resolved here. */
export function resolveItem(context: ResolveContext, from: string, item: Item, field: FieldDefinition): Resolution {
  const targets = field.refersTo ?? [];
  const wantsPath = targets.includes('path') || targets.includes('document');
  // A path in backticks is no link: it may also be meant from the root.
  if (item.link !== undefined && item.link === item.text && !URL.test(item.link))
    return resolvePath(context, from, item.link, true);
  if (item.link !== undefined) return resolveLink(context, from, item.link);
  const text = item.value.trim();
  if (URL.test(text) && !/^[a-z]+:\s/i.test(text)) return { type: 'external', url: text };
  if (wantsPath && looksLikePath(text)) return resolvePath(context, from, text, true);
  if (/^all$/i.test(text) && field.name === 'systems') return { type: 'all' };
  return resolveName(context, text, targets, wantsPath);
}

/** Resolves the address of a Markdown link or image. */
export function resolveLink(context: ResolveContext, from: string, address: string): Resolution {
  if (URL.test(address)) return { type: 'external', url: address };
  if (address.startsWith('#')) return fileResolution(context, from, address.slice(1), false);
  return resolvePath(context, from, address, false);
}

function resolveName(
  context: ResolveContext,
  text: string,
  targets: readonly Target[],
  wantsPath: boolean,
): Resolution {
  const fits = (named: Named) => fitsTarget(named, targets);
  const found = context.names.byId(text.replace(/@[^@]*$|\s+v\d[\w.]*$/i, ''));
  const fitting = found.filter(fits);
  if (fitting.length === 1) return { type: 'named', named: fitting[0] as Named, byName: false };
  if (fitting.length > 1)
    return sameTwin(fitting)
      ? { type: 'named', named: fitting[0] as Named, byName: false }
      : { type: 'ambiguous', candidates: fitting };
  if (found[0]) return { type: 'wrong-kind', named: found[0] };
  const named = context.names.byName(text).filter(fits);
  if (named.length === 1) return { type: 'named', named: named[0] as Named, byName: true };
  if (named.length > 1)
    return sameTwin(named)
      ? { type: 'named', named: named[0] as Named, byName: true }
      : { type: 'ambiguous', candidates: named };
  if (wantsPath) {
    const file = context.paths.uniqueName(text);
    if (file !== undefined) return fileResolution(context, file, '', false);
    return looksLikeId(text) && context.hasPrefix(idPrefix(text)) ? { type: 'unresolved', as: 'id' } : { type: 'text' };
  }
  if (looksLikeId(text)) return { type: 'unresolved', as: 'id' };
  return { type: 'text' };
}

/** Translations share their ids on purpose. */
function sameTwin(found: readonly Named[]): boolean {
  return areTranslations(found.map((named) => named.document));
}

function fitsTarget(named: Named, targets: readonly Target[]): boolean {
  if (targets.includes(named.entity)) return true;
  const anything = targets.includes('path') || targets.includes('document');
  if (anything) return true;
  return targets.includes('assessment') && named.document.kind.kind === 'ai-impact-assessment';
}

/** What an id starts with before its number: `R-` of `R-004`. */
export function idPrefix(id: string): string {
  return foldId(id).replace(/\d[\s\S]*$/, '');
}

function looksLikePath(text: string): boolean {
  if (/\s{2}|\n/.test(text)) return false;
  return (
    /^(?:\.{0,2}\/)?[^\s/]+(?:\/[^\s/]+)*\.[A-Za-z0-9]{1,5}(?:#\S*)?$/.test(text) ||
    /^(?:\.{1,2}\/|\/)\S/.test(text) ||
    (/^\S+\/\S*$/.test(text) && !/^[a-z]+\/[a-z]+$/i.test(text) && !/\d\/\d/.test(text)) ||
    /^[^\n|<>]+\/[^\n|<>]+\.[A-Za-z0-9]{2,5}$/.test(text)
  );
}

/** `bare`: written without being a link; then it may also start at the root, or be a name that exists once. */
function resolvePath(context: ResolveContext, from: string, written: string, bare: boolean): Resolution {
  const hash = written.indexOf('#');
  const fragment = hash < 0 ? '' : decode(written.slice(hash + 1));
  const plain = decode(hash < 0 ? written : written.slice(0, hash))
    .replace(/\?.*$/, '')
    .replaceAll('\\', '/');
  const candidates = [joinPath(folderOf(from), plain)];
  // What starts with dots is meant from where it stands.
  const fromRoot = bare && !plain.startsWith('.') ? joinPath('', plain) : '..';
  if (!fromRoot.startsWith('..')) candidates.push(fromRoot);
  for (const path of candidates) if (context.paths.has(path)) return fileResolution(context, path, fragment, false);
  for (const path of candidates) {
    if (path.startsWith('..')) {
      const outside = context.outside(path);
      if (outside === 'missing') return { type: 'unresolved', as: 'path' };
      if (outside === 'forbidden') return { type: 'outside', path };
      return unreadFile(path, fragment);
    }
  }
  for (const path of candidates) if (context.paths.isFolder(path)) return { type: 'folder', path };
  for (const path of candidates) {
    const real = context.paths.otherCase(path);
    if (real !== undefined) return fileResolution(context, real, fragment, true);
  }
  if (bare && !plain.includes('/')) {
    const unique = context.paths.uniqueName(plain);
    if (unique !== undefined) return fileResolution(context, unique, fragment, false);
  }
  // A folder of which no file is listed may be another root, or one that is left out: only the host sees what is there.
  for (const path of candidates) {
    const folder = folderOf(path);
    if (folder !== '' && !context.paths.isFolder(folder) && context.outside(path) === 'exists')
      return unreadFile(path, fragment);
  }
  return { type: 'unresolved', as: 'path' };
}

type FileResolution = Extract<Resolution, { type: 'file' }>;

/** A file that is there and that is not read: what it says belongs to somebody else. */
function unreadFile(path: string, fragment: string): FileResolution {
  return {
    type: 'file',
    path,
    fragment,
    anchor: 'unchecked',
    headings: [],
    otherCase: false,
    document: undefined,
    row: undefined,
  };
}

function fileResolution(context: ResolveContext, path: string, fragment: string, otherCase: boolean): FileResolution {
  const document = context.document(path);
  const file = { ...unreadFile(path, fragment), otherCase, document };
  if (fragment === '') return { ...file, anchor: 'none' };
  if (!document?.complete) return file;
  const row = context.row(document, fragment);
  if (row) return { ...file, anchor: 'found', row: { id: row.id, entity: row.entity, name: '', document, row } };
  const slug = fragment.toLowerCase();
  const headings = headingsNamed(document, slug);
  return { ...file, anchor: headings.length > 0 || document.anchors.has(slug) ? 'found' : 'missing', headings };
}

/** The headings that an anchor can mean: the one that has it, and those that have it with a number because it was taken. */
function headingsNamed({ sections }: DocumentRecord, anchor: string): readonly Section[] {
  return sections.filter(
    // Most slugs say by themselves that another heading is meant.
    ({ title, slug }) => slug === anchor || (slug.startsWith(anchor) && headingSlug(title, new Map()) === anchor),
  );
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
