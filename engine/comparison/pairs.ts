import { foldId, valueOf } from '../workspace/names';
import type { SnapshotText } from '../workspace/snapshot';
import type { EarlierDocuments } from '../workspace/versions';
import { pathFromFolder, type ReadRoot } from './compared-root';

/** A recognised document of one state. */
export interface ComparedDocument {
  /** As seen from the folder. */
  readonly path: string;
  readonly root: ReadRoot;
  readonly text: SnapshotText;
}

/** Which document is which in two states. */
export interface Pairs {
  readonly earlier: ReadonlyMap<string, ComparedDocument>;
  readonly later: ReadonlyMap<string, ComparedDocument>;
  /** Path now → path before, of the documents that are in both. */
  readonly before: ReadonlyMap<string, string>;
}

/** Of one text at most so many documents are looked at that have a block like it. */
const MOST_ALIKE = 20;
/** A shorter block, such as a heading, says little about where a text came from. */
const TELLING = 24;
/** This part of the telling text has to be the same for a document to be taken for another under a new name. */
const SHARE = 0.5;

/** Finds which document was which: by its path; what has a new path by its id, by its whole text, or by most of its text. */
export function pairDocuments(earlier: readonly ReadRoot[], later: readonly ReadRoot[]): Pairs {
  const [old, now] = [documentsOf(earlier), documentsOf(later)];
  const before = new Map<string, string>();
  for (const path of now.keys()) if (old.has(path)) before.set(path, path);
  const came = new Map([...now].filter(([path]) => !old.has(path)));
  const went = new Map([...old].filter(([path]) => !now.has(path)));
  const pair = (to: string, from: string): void => {
    before.set(to, from);
    came.delete(to);
    went.delete(from);
  };
  for (const keyOf of [identity, wholeText]) {
    const [news, olds] = [onlyOnes(came, keyOf), onlyOnes(went, keyOf)];
    for (const [key, to] of news) {
      const from = olds.get(key);
      if (from !== undefined && !contradict(now.get(to), old.get(from))) pair(to, from);
    }
  }
  for (const { to, from } of alike(came, went)) if (came.has(to) && went.has(from)) pair(to, from);
  return { earlier: old, later: now, before };
}

/** The earlier documents as the rules of one root ask for them. */
export function earlierDocuments({ earlier, before }: Pairs, root: ReadRoot): EarlierDocuments {
  return (path) => {
    const document = earlier.get(before.get(pathFromFolder(root, path)) ?? '');
    return document?.text.record && { record: document.text.record, parsed: document.text.parsed };
  };
}

function documentsOf(roots: readonly ReadRoot[]): Map<string, ComparedDocument> {
  const found = new Map<string, ComparedDocument>();
  for (const root of roots)
    for (const text of root.snapshot.texts.values()) {
      const path = pathFromFolder(root, text.path);
      if (text.record) found.set(path, { path, root, text });
    }
  return found;
}

/** The id that a document says, with what sets its translations apart. */
function identity({ text: { record } }: ComparedDocument): string {
  if (!record || record.metadata.id === '') return '';
  return [record.kind.kind, foldId(record.metadata.id), valueOf(record.metadata, 'language')].join('\0');
}

/** Two documents that each say an id of their own are two, however alike they are. */
function contradict(one: ComparedDocument | undefined, other: ComparedDocument | undefined): boolean {
  const [a, b] = [one, other].map((document) => foldId(document?.text.record?.metadata.id ?? ''));
  return a !== '' && b !== '' && a !== b;
}

function wholeText({ text: { text } }: ComparedDocument): string {
  return text.trim();
}

/** Key → path, for the keys that just one document has. */
function onlyOnes(
  documents: ReadonlyMap<string, ComparedDocument>,
  keyOf: (document: ComparedDocument) => string,
): Map<string, string> {
  const found = new Map<string, string[]>();
  for (const [path, document] of documents) {
    const key = keyOf(document);
    if (key !== '') found.set(key, [...(found.get(key) ?? []), path]);
  }
  return new Map([...found].flatMap(([key, [path, ...more]]) => (path !== undefined && !more[0] ? [[key, path]] : [])));
}

/** Documents that have most of their blocks in common, those with the most first. */
function alike(
  came: ReadonlyMap<string, ComparedDocument>,
  went: ReadonlyMap<string, ComparedDocument>,
): { to: string; from: string; share: number }[] {
  const holders = new Map<string, string[]>();
  for (const [path, document] of went)
    for (const block of tellingBlocks(document)) {
      const known = holders.get(block) ?? [];
      if (known.length < MOST_ALIKE) holders.set(block, [...known, path]);
    }
  const found: { to: string; from: string; share: number }[] = [];
  for (const [to, document] of came) {
    const common = new Map<string, number>();
    for (const block of tellingBlocks(document))
      for (const from of holders.get(block) ?? []) common.set(from, (common.get(from) ?? 0) + block.length);
    for (const [from, length] of common) {
      const other = went.get(from);
      const share = other ? length / Math.max(weight(document), weight(other)) : 0;
      const sameKind = other?.text.record?.kind === document.text.record?.kind;
      if (share >= SHARE && sameKind && !contradict(document, other)) found.push({ to, from, share });
    }
  }
  return found.sort((a, b) => b.share - a.share || (a.to + a.from < b.to + b.from ? -1 : 1));
}

function tellingBlocks({ text }: ComparedDocument): ReadonlySet<string> {
  return new Set(text.parsed.blocks.map((block) => block.text.trim()).filter((block) => block.length >= TELLING));
}

function weight(document: ComparedDocument): number {
  let length = 0;
  for (const block of tellingBlocks(document)) length += block.length;
  return length;
}
