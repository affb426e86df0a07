import type { Finding } from '../../workspace/finding';
import { relativePath } from '../../workspace/paths';
import type { Snapshot } from '../../workspace/snapshot';
import { type Change, editing } from '../change';

/** Replaces what stands at a finding; undefined where the text there is not what is expected. */
export function replaceAt(
  snapshot: Snapshot,
  finding: Finding,
  replacement: string,
  expected?: string,
): Change | undefined {
  const { path, span } = snapshot.locate(finding.at);
  const text = snapshot.texts.get(path)?.text;
  if (text === undefined || span.end <= span.start) return undefined;
  const written = text.slice(span.start, span.end);
  if (expected === undefined || written === expected) return editing({ path, span, text: replacement });
  const at = written.indexOf(expected);
  // A link is marked at its words; its address stands behind them.
  const behind = at < 0 ? /^\]\(<?/.exec(text.slice(span.end, span.end + 3))?.[0].length : undefined;
  if (at < 0 && (behind === undefined || !text.startsWith(expected, span.end + behind))) return undefined;
  const start = at < 0 ? span.end + (behind ?? 0) : span.start + at;
  return editing({ path, span: { start, end: start + expected.length }, text: replacement });
}

/** The address that a dead link or path at a finding has, as written. */
export function writtenAddress(snapshot: Snapshot, finding: Finding): string | undefined {
  const { at } = finding;
  if (at.on === 'field' && at.item) return at.item.link ?? at.item.value;
  if (at.on !== 'fact') return undefined;
  return snapshot.texts.get(at.path)?.parsed.blocks[at.block]?.facts[at.fact]?.value ?? undefined;
}

/** Where a file that a dead path names lies now, if there is exactly one of that name; written relative to the document. */
export function movedTo(snapshot: Snapshot, path: string, address: string): string | undefined {
  const hash = address.indexOf('#');
  const plain = hash < 0 ? address : address.slice(0, hash);
  let name = plain.split(/[\\/]/).pop() ?? '';
  try {
    name = decodeURIComponent(name);
  } catch {
    // A name that only looks encoded is taken as it is.
  }
  const target = name === '' ? undefined : snapshot.view.paths.uniqueName(name);
  if (target === undefined || target === path) return undefined;
  return relativePath(path, target).replace(/[ ()]/g, encodeURIComponent) + (hash < 0 ? '' : address.slice(hash));
}
