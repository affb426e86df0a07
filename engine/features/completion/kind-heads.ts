import type { KindDefinition } from '../../kinds/kind';
import type { WorkspaceState } from '../../workspace/snapshot';
import { literal } from '../edits/snippet';
import { lineEnd } from '../edits/yaml-text';
import { kindTemplate } from '../scaffold/create-document';
import { fillTemplate } from '../scaffold/fill-template';
import { type Candidate, type CompletionEntry, candidateOf, choose } from './entry';
import { idSort, kindCandidates, nextFreeId } from './values';
import { yamlSpot } from './yaml-spot';

/** A file that belongs to the root and that nothing recognises: only its kind can be completed, in an empty one its whole head. */
export function unrecognisedEntries(
  state: WorkspaceState,
  path: string,
  text: string,
  offset: number,
): CompletionEntry[] {
  const yaml = /\.ya?ml$/i.test(path);
  if (!yaml && !/\.(?:md|markdown)$/i.test(path)) return [];
  if (text.trim() === '' || (yaml && /^[\w-]*$/.test(text.trim()) && text.trim().length < 40))
    return heads(state, path, text, offset, yaml ? 'yaml' : 'fenced');
  const open = /^---[ \t]*(\r?\n|$)/.exec(text);
  if (!yaml && !open) return [];
  const start = open?.[0].length ?? 0;
  if (offset < start) return [];
  const close = yaml ? text.length : text.slice(start).search(/^---[ \t]*$/m);
  const end = close < 0 ? text.length : yaml ? close : start + close;
  if (offset > end) return [];
  const between = text.slice(start, end).trim();
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const here = text.slice(lineStart, offset);
  if (!yaml && /^[\w-]*$/.test(between)) return heads(state, path, text, offset, close < 0 ? 'unclosed' : 'closed');
  const spot = yamlSpot(text, { start, end }, offset);
  if (!spot || spot.path.some((step, index) => index > 0 || step !== (spot.where === 'value' ? 'kind' : ''))) return [];
  if (spot.where === 'value')
    return choose(kindCandidates(state.view), spot.typed, spot.span, ({ label }) => ({ text: spot.lead + label }));
  if (/^\s/.test(here) || [...spot.siblings.keys()].includes('kind') || spot.hasColon) return [];
  const key: Candidate = candidateOf('key', 'kind', 'What this document is. The rest of the checks follow from it.', {
    again: true,
  });
  return choose([key], spot.typed, spot.span, () => ({ text: 'kind: ' }));
}

/** The whole head of a new document, for each kind: `kind`, id, title and what else its class asks for. */
function heads(
  state: WorkspaceState,
  path: string,
  text: string,
  offset: number,
  form: 'yaml' | 'fenced' | 'unclosed' | 'closed',
): CompletionEntry[] {
  const { view } = state;
  const typedAt =
    form === 'yaml' || form === 'fenced'
      ? text.search(/\S|$/)
      : offset - (/[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const span = { start: Math.min(typedAt, offset), end: offset };
  const typed = text.slice(span.start, span.end);
  const eol = lineEnd(text);
  const fences = form === 'fenced' || form === 'unclosed';
  const candidates = view.kinds.map(({ kind, title, purpose }) =>
    candidateOf('snippet', `kind: ${kind}`, title, {
      words: `${title} ${purpose}`,
      value: kind,
      topic: `kind ${kind}`,
    }),
  );
  const write = (name: string): string => {
    const kind = view.kinds.find((each) => each.kind === name);
    const lines = kind ? headLines(state, kind, path, text) : [];
    return [
      ...(form === 'fenced' ? ['---'] : []),
      ...lines,
      ...(fences ? ['---', '', `# ${literal(kind?.title ?? '')}`, '', '$0'] : []),
    ].join(eol);
  };
  const found = choose(candidates, typed.replace(/^kind$/, ''), span, ({ value }) => ({
    text: write(value ?? ''),
    snippet: true,
  }));
  return found.map((entry) => ({ ...entry, filter: `${entry.label} ${entry.detail}` }));
}

/** The head of a kind's template with tab stops; comments and the entries below it are left out. */
function headLines(state: WorkspaceState, kind: KindDefinition, path: string, text: string): string[] {
  const template = kindTemplate(kind.kind)?.text ?? `kind: ${kind.kind}\nid: "{{id}}"\ntitle: "{{title}}"\n`;
  const front = /^---\r?\n([\s\S]*?)^---/m.exec(template)?.[1] ?? template;
  const id = nextFreeId({ state, text }, idSort(kind));
  const filled = fillTemplate(
    `kind: x\n${front}`,
    { id, title: kind.title, organization: state.view.configuration.organization },
    undefined,
  )
    .split('\n')
    .slice(1);
  const lists = new Set(kind.rows.map((row) => row.list));
  const isYaml = /\.ya?ml$/i.test(path);
  let stop = 0;
  const lines: string[] = [];
  for (const line of filled) {
    const plain = line.replace(/\s+#.*$/, '');
    if (plain.trim() === '' || plain.startsWith('#') || /reviewed_against/.test(plain)) continue;
    const list = /^(\w+):\s*\[\]\s*$/.exec(plain)?.[1];
    if (list !== undefined && lists.has(list)) {
      if (isYaml) lines.push(`${list}:`, '  - $0');
      continue;
    }
    lines.push(asTabStops(plain, () => ++stop));
  }
  return lines;
}

function asTabStops(line: string, next: () => number): string {
  const match = /^(\s*[\w.]+:\s*)(.*)$/.exec(line);
  if (!match) return literal(line);
  const [, key = '', value = ''] = match;
  const name = key.trim();
  if (name === 'kind:' || name === 'status:' || value === '') return literal(line);
  const list = /^\[(.*)\]$/.exec(value);
  if (list) return `${key}[\${${next()}${list[1] === '' ? '' : `:${literal(list[1] ?? '')}`}}]`;
  const quoted = /^"(.*)"$/.exec(value);
  if (quoted) return `${key}"\${${next()}${quoted[1] === '' ? '' : `:${literal(quoted[1] ?? '')}`}}"`;
  return `${key}\${${next()}:${literal(value)}}`;
}
