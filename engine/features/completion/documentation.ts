import { filledText, valueOf, valuesOf } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';

/** What an entry is about, as Markdown; empty where there is nothing to add. */
export function topicDocumentation(state: WorkspaceState, topic: string): string {
  const space = topic.indexOf(' ');
  const subject = topic.slice(space + 1);
  switch (topic.slice(0, space)) {
    case 'control':
      return control(state, subject);
    case 'group':
      return group(state, subject);
    case 'clause':
      return clause(state, subject);
    case 'named':
      return named(state, subject);
    case 'kind':
      return kind(state, subject);
    case 'file':
      return file(state, subject);
    default:
      return '';
  }
}

function control(state: WorkspaceState, id: string): string {
  const known = state.view.catalogue.controls.get(id);
  if (!known) return '';
  const parts = [`**${id} ${known.title}**`, known.asks];
  if (known.evidence.length > 0) parts.push(`**Evidence:**\n${bullets(known.evidence)}`);
  if (known.common_failing) parts.push(`**Common failing:** ${known.common_failing}`);
  const decisions = state.view.decisions('iso-42001').filter((row) => row.id === id);
  const decided = decisions.map((row) => [valueOf(row, 'applicable') === 'false' ? 'not applicable' : valueOf(row, 'applicable') === 'true' ? 'applicable' : 'not decided', valueOf(row, 'status').replace(/_/g, ' ')].filter((word) => word !== '').join(', '));
  parts.push(`**Here:** ${decided.length === 0 ? 'no decision yet in a Statement of Applicability.' : `${decided.join('; ')}.`}`);
  if (known.clauses.length > 0) parts.push(`Related clauses: ${known.clauses.join(', ')}`);
  return parts.join('\n\n');
}

function group(state: WorkspaceState, id: string): string {
  const all = state.view.catalogue.groups.flatMap((each) => [each, ...(each.subgroups ?? [])]);
  const known = all.find((each) => each.id === id);
  return known ? `**${id} ${known.title}**\n\n${known.purpose}\n\nA group is named in prose only; rows name its controls.` : '';
}

function clause(state: WorkspaceState, number: string): string {
  const known = state.view.catalogue.clauses.get(number);
  if (!known) return '';
  const parts = [`**Clause ${number} ${known.title}**`, known.requirement];
  if (known.typical_evidence && known.typical_evidence.length > 0) parts.push(`**Evidence:**\n${bullets(known.typical_evidence)}`);
  return parts.join('\n\n');
}

function named(state: WorkspaceState, id: string): string {
  const found = state.view.names.byId(id)[0];
  if (!found) return '';
  const { row, name, document } = found;
  const facts: string[] = [];
  const say = (label: string, value: string): void => {
    if (value !== '') facts.push(`${label}: ${value}`);
  };
  say('Status', row === document.metadata && document.status !== 'none' ? document.status.replace(/_/g, ' ') : valueOf(row, 'status').replace(/_/g, ' '));
  say('Life cycle', valueOf(row, 'lifecycle'));
  say('EU AI Act', valueOf(row, 'ai_act.tier'));
  say('Level', filledText(row, 'level'));
  say('Treatment', valueOf(row, 'treatment'));
  say('Systems', valuesOf(row, 'systems').join(', '));
  say('Owner', filledText(row, 'owner'));
  const text = filledText(row, 'purpose') || filledText(row, 'description') || filledText(row, 'provides');
  return [`**${found.id}**${name === '' || name === found.id ? '' : ` ${name}`}`, text, facts.join(' · '), `In ${document.path}`].filter((part) => part !== '').join('\n\n');
}

function kind(state: WorkspaceState, name: string): string {
  const known = state.view.kinds.find((each) => each.kind === name);
  if (!known) return '';
  const serves = [...known.clauses.map((each) => `clause ${each}`), ...known.controls].join(', ');
  return [`**${known.title}**`, known.purpose, serves === '' ? '' : `Serves ${serves}.`].filter((part) => part !== '').join('\n\n');
}

function file(state: WorkspaceState, path: string): string {
  const document = state.view.document(path);
  if (!document) return path;
  const status = document.status === 'none' ? '' : `, ${document.status.replace(/_/g, ' ')}`;
  return [`**${document.title || path}**`, `${document.kind.title}${status}`, path].join('\n\n');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
