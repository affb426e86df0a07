/** Breakages that no finding answers, by title, each with the reason why that is right or not yet otherwise. */
export const NOT_CAUGHT: ReadonlyMap<string, string> = new Map([]);
