import { cannotBeSilenced } from '../../workspace/exceptions';
import type { Finding } from '../../workspace/finding';
import type { Snapshot } from '../../workspace/snapshot';
import { type Change, editing } from '../change';
import { insertion } from '../edits/field-edits';
import { lineEnd, placeholder, yamlScalar } from '../edits/yaml-text';
import { type Action, quickFix } from './action';

const REASON = placeholder('why this is all right');

/** Adds an exception whose reason is still to be written; until then it silences nothing and says so. */
export function addException(snapshot: Snapshot, finding: Finding): Action[] {
  if (cannotBeSilenced(finding.rule)) return [];
  const change = (): Change | undefined => inDocument(snapshot, finding) ?? inConfiguration(snapshot, finding);
  if (!change()) return [];
  return [quickFix(finding, `Add an exception for ${finding.rule}, with a reason`, change)];
}

/** As a comment where the document can have one: before a YAML key or item, before a Markdown block. */
function inDocument(snapshot: Snapshot, finding: Finding): Change | undefined {
  const { path, block, span } = snapshot.locate(finding.at);
  const text = snapshot.texts.get(path);
  const found = text?.parsed.blocks[block];
  if (!text || !found) return undefined;
  const eol = lineEnd(text.text);
  const comment = `aims-ignore ${finding.rule}: ${REASON}`;
  const lineStart = text.lines.lineStart(span.start);
  const indent = /^[ ]*/.exec(text.text.slice(lineStart))?.[0] ?? '';
  if (found.kind === 'entry' || found.kind === 'item' || found.kind === 'yaml') {
    // On the line of an item's dash a comment before it covers the whole item, which is what the finding is about.
    return editing(insertion(path, lineStart, `${indent}# ${comment}${eol}`));
  }
  if (found.kind === 'heading' || found.kind === 'paragraph' || found.kind === 'list' || found.kind === 'other') {
    const start = text.parsed.starts[block] ?? 0;
    return editing({ path, span: { start, end: start }, text: `<!-- ${comment} -->${eol}${eol}` });
  }
  if (found.kind === 'table-row') {
    const start = text.parsed.starts[block] ?? 0;
    const end = start + found.text.trimEnd().replace(/\s*\|$/, '').length;
    return editing(insertion(path, end, ` <!-- ${comment} -->`));
  }
  return undefined;
}

/** In `aims.yaml`, for CSV and for what stands on a whole file. */
function inConfiguration(snapshot: Snapshot, finding: Finding): Change | undefined {
  const text = snapshot.texts.get('aims.yaml');
  const row =
    finding.where.split('.').length > 0 && (finding.at.on === 'field' || finding.at.on === 'row')
      ? finding.at.row.id
      : '';
  const at = row === '' ? finding.path : `${finding.path}#${row}`;
  const item = `  - { rule: ${finding.rule}, at: ${yamlScalar(at)}, reason: ${JSON.stringify(REASON)} }`;
  // Without an aims.yaml the folder is no declared root, and making it one changes what is asked of it.
  if (!text) return undefined;
  const eol = lineEnd(text.text);
  const { blocks, starts } = text.parsed;
  const entry = blocks.findIndex((block) => block.kind === 'entry' && block.facts[0]?.key === 'exceptions');
  if (entry < 0) {
    const end = text.text.trimEnd().length;
    return editing(insertion('aims.yaml', end, `${eol}exceptions:${eol}${item}`));
  }
  let last = entry;
  while (blocks[last + 1]?.kind === 'item') last++;
  const block = blocks[last];
  if (!block || (last === entry && block.facts[0]?.value !== '')) return undefined;
  const end = (starts[last] ?? 0) + block.text.trimEnd().length;
  return editing(insertion('aims.yaml', end, `${eol}${item}`));
}
