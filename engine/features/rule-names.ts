import { nearestId } from '../workspace/nearest';
import type { WorkspaceState } from '../workspace/snapshot';

/** Why a rule cannot be named: there is none of that id. Undefined where there is. */
export function whyNoSuchRule({ view }: WorkspaceState, rule: string): string | undefined {
  if (view.ruleIds.has(rule)) return undefined;
  const near = nearestId(rule, view.ruleIds);
  return `There is no rule "${rule}"${near === '' ? '' : `; perhaps "${near}" is meant`}.`;
}
