import { acceptedFindings } from './accepted-findings';
import { cannotBeSilenced, configuredExceptions, documentExceptions, type Exception } from './exceptions';
import type { Finding } from './finding';
import type { Snapshot } from './snapshot';

/** An exception or a line of the baseline, with what it says nothing about while it holds. */
export interface ExceptionInUse {
  readonly exception: Exception;
  /** True where it gives a reason and has not ended. */
  readonly inForce: boolean;
  readonly silenced: readonly Finding[];
}

/** Every exception of a root and what it silences; where several cover one finding, the first that holds is named. */
export function exceptionsInUse(snapshot: Snapshot): readonly ExceptionInUse[] {
  return snapshot.remember(exceptionsInUse, () => {
    const { view, texts, found } = snapshot;
    const parsedOf = (path: string) => texts.get(path)?.parsed;
    const accepted = acceptedFindings(found, { parsedOf, document: (path) => view.document(path) });
    const written = [
      ...configuredExceptions(view.configuration),
      ...[...texts]
        .filter(([, { text }]) => text.includes('aims-ignore'))
        .flatMap(([path, { parsed }]) => documentExceptions(path, parsed)),
    ];
    const holds = ({ reason, until }: Exception) => reason !== '' && (until === '' || until >= view.today);
    const silenced = new Map<Exception, Finding[]>();
    const shown = new Set(snapshot.findings);
    for (const finding of found) {
      if (shown.has(finding) || cannotBeSilenced(finding.rule)) continue;
      const location = snapshot.locate(finding.at);
      const by =
        written.find(
          (each) => holds(each) && each.rules.includes(finding.rule) && each.covers(location, finding.where),
        ) ?? accepted.meeting(finding).find(holds);
      if (by) silenced.set(by, [...(silenced.get(by) ?? []), finding]);
    }
    return [...written, ...accepted.exceptions].map((exception) => ({
      exception,
      inForce: holds(exception),
      silenced: silenced.get(exception) ?? [],
    }));
  });
}
