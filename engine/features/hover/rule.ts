import pages from 'gen/rule-help';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { paragraphs } from './markdown';

/** What a rule says and why, from its page, and how serious it is here. */
export function ruleMarkdown(view: WorkspaceView, rule: string): string | undefined {
  const page = pages[rule];
  if (page === undefined) return undefined;
  const part = (title: string) => new RegExp(`\\*\\*${title}:\\*\\*[^\\n]*`).exec(page)?.[0] ?? '';
  const configured = view.configuration.rules[rule];
  return paragraphs(
    `**${rule}**`,
    part('What'),
    part('Why'),
    part('How to fix'),
    configured === undefined ? '' : `Set to **${configured}** in aims.yaml.`,
  );
}
