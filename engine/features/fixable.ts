/** True where a finding of the rule has a fix that may run by itself. Filled in with the fixes. */
export function isFixable(_rule: string): boolean {
  return false;
}
