/** The checks that a grade rests on: those about the thing itself, and those that say whether a text can be relied on. */
const NEEDED = {
  control: /^(?:soa|evidence|framework|syntax)\//,
  clause: /^(?:clause|document|syntax)\//,
  system: /^(?:system|assessment|syntax)\//,
} as const;

/** Why nothing can be said of something whose checks did not run to their end; undefined where they did. */
export function unchecked(
  about: keyof typeof NEEDED,
  failedRules: ReadonlySet<string>,
): { readonly reason: string; readonly next: string } | undefined {
  const failed = [...failedRules].find((rule) => NEEDED[about].test(rule));
  return failed === undefined
    ? undefined
    : {
        reason: `The check ${failed} failed, so nothing can be said.`,
        next: 'Report the failed check; see the Problems list.',
      };
}
