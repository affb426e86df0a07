import type { Severity } from '../configuration/configuration';
import { explain } from '../features/explain';
import type { Rule } from '../rules/rule';

/** Levels as SARIF has them. */
export const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** GitHub cuts descriptions here and keeps so many tags of a rule. */
const MOST_LETTERS = 1024;
const MOST_TAGS = 10;

/** A rule as SARIF's `reportingDescriptor`: its page is the help. */
export function ruleDescriptor(id: string, rule: Rule | undefined): Record<string, unknown> {
  const markdown = explain(id, undefined)?.markdown ?? id;
  const text = plainText(markdown);
  const part = (name: string): string => new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1] ?? id;
  const [what, why] = [part('What'), part('Why')];
  const severity = rule?.severity ?? 'warning';
  return {
    id,
    name: id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: cut(what) },
    fullDescription: { text: cut(`${what} ${why}`) },
    // Plain text cannot show the examples well.
    help: { text: text.replace(/\n\nExamples\n[\s\S]*$/, ''), markdown },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      tags: [...new Set([id.split('/')[0] ?? id, ...(rule?.references ?? [])])].slice(0, MOST_TAGS),
      'problem.severity': LEVEL[severity] === 'note' ? 'recommendation' : LEVEL[severity],
    },
  };
}

function cut(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS - 1)}…`;
}

/** A page without the marks of Markdown; what stands in fences stays as it is. */
function plainText(markdown: string): string {
  let fenced = false;
  return markdown
    .split('\n')
    .flatMap((line) => {
      if (/^`{3,}/.test(line)) {
        fenced = !fenced;
        return [];
      }
      if (fenced) return [`    ${line}`];
      return [
        line
          .replace(/^#+ /, '')
          .replace(/\*\*(.+?)\*\*/g, '$1')
          .replace(/(?<![\w*])\*(?!\s)(.+?)\*(?!\w)/g, '$1')
          .replace(/`([^`]*)`/g, '$1')
          .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
      ];
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
