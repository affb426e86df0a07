import pages from 'gen/rule-help';
import { readClauseId, readControlId } from '../kinds/control-id';
import type { WorkspaceState } from '../workspace/snapshot';
import { namedMarkdown } from './hover/named';
import { clauseMarkdown, controlMarkdown, groupMarkdown } from './hover/standard';

/** A page of explanation. */
export interface Explanation {
  readonly title: string;
  readonly markdown: string;
}

/** The page of a rule; or what a control, clause, group or id of the workspace means, in full. A rule needs no state. */
export function explain(topic: string, state: WorkspaceState | undefined): Explanation | undefined {
  const wanted = topic.trim();
  const page = pages[wanted];
  if (page !== undefined) return { title: wanted, markdown: rulePage(page) };
  if (!state) return undefined;
  const control = readControlId(wanted).id;
  const clause = readClauseId(wanted);
  const markdown =
    controlMarkdown(state, control, 'full') ?? groupMarkdown(state, control) ?? clauseMarkdown(state, clause, 'full');
  if (markdown !== undefined) return { title: control.startsWith('A.') ? control : `Clause ${clause}`, markdown };
  const [named] = state.view.names.byId(wanted);
  return named && { title: wanted, markdown: namedMarkdown(state, named, 'full') };
}

/** What a rule says, why, and what to do, as plain lines; undefined where there is no such rule. */
export function ruleSummary(rule: string): string | undefined {
  const page = pages[rule];
  if (page === undefined) return undefined;
  const parts = ['What', 'Why', 'How to fix'].map((title) => ruleHead(page, title));
  return [rule, ...parts.filter((part) => part !== '')].join('\n').replace(/\*\*|`/g, '');
}

const MARK =
  /^[ \t]*(?:\^+|\^file)[ \t]+(?:error|warning|information|hint)[ \t]+([\w-]+\/[\w-]+)(?:[ \t]+"(.*)")?[ \t]*$/;

function ruleHead(page: string, title: string): string {
  return new RegExp(`\\*\\*${title}:\\*\\*[^\\n]*`).exec(page)?.[0] ?? '';
}

/** A rule's page for readers: its cases become examples, without the marks that the suite needs. */
function rulePage(page: string): string {
  const lines: string[] = [];
  let fence = '';
  let examples = false;
  for (const line of page.split('\n')) {
    const opening = /^(`{3,})(\w*)(.*)$/.exec(line);
    if (fence === '' && opening) {
      const [, marks = '```', language = '', options = ''] = opening;
      fence = marks;
      lines.push(...caption(options), `${marks}${language}`);
    } else if (fence !== '') {
      if (line === fence) fence = '';
      if (!MARK.test(line)) lines.push(line);
    } else if (line.startsWith('## ')) {
      if (!examples) lines.push('## Example', '');
      examples = true;
      lines.push(`#${line}`);
    } else {
      const today = /^today: (\d{4}-\d{2}-\d{2})$/.exec(line);
      lines.push(today ? `*Seen on ${today[1]}.*` : line);
    }
  }
  return lines.join('\n');
}

function caption(options: string): string[] {
  const file = /\bfile=(\S+)/.exec(options)?.[1];
  const fixed = /\bfixed=(\S+)/.exec(options)?.[1];
  if (fixed !== undefined) return [`After the fix, \`${fixed}\`:`, ''];
  const earlier = /\bat=earlier\b/.test(options) ? ', as it was before' : '';
  return file === undefined ? [] : [`\`${file}\`${earlier}`, ''];
}
