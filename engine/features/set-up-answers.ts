/** What "Set up a management system here" asks. */
export interface SetUpAnswers {
  readonly organization: string;
  /** Roles towards AI, by their names in `aims.yaml`. */
  readonly roles: readonly string[];
  /** The first AI system; null where the user skips it. */
  readonly system: { readonly name: string; readonly purpose: string } | null;
}
