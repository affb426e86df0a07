import type { Rule } from '../rules/rule';
import type { Finding, MessageData } from '../workspace/finding';

/** Fills `{name}` from the data; a name without a value stays as it is, so that a mistake is seen. */
export function fillMessage(template: string, data: MessageData): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    data[name] === undefined ? whole : String(data[name]),
  );
}

/** The words of a finding. */
export function findingMessage(
  finding: Pick<Finding, 'rule' | 'message' | 'data'>,
  rules: ReadonlyMap<string, Rule>,
): string {
  const template = rules.get(finding.rule)?.messages[finding.message];
  return fillMessage(template ?? `${finding.rule}: ${finding.message}`, finding.data);
}

/** The words of a related place. */
export function relatedMessage(
  rule: string,
  related: { message: string; data: MessageData },
  rules: ReadonlyMap<string, Rule>,
): string {
  return fillMessage(rules.get(rule)?.messages[related.message] ?? related.message, related.data);
}
