import type { Row } from '../../kinds/record';
import { assessedOn, namesSystem } from '../../workspace/assessment-state';
import { earliestDay } from '../../workspace/dates';
import { rowsAbout } from '../../workspace/document-rows';
import type { Place } from '../../workspace/finding';
import { isActive } from '../../workspace/named-systems';
import { foldId, valueOf, valuesOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenRisk } from '../../workspace/risk-links';
import { documentName, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** Something that happened to a system after its risk was accepted. */
interface News {
  readonly message: 'change' | 'assessment';
  readonly system: Row;
  readonly on: string;
  readonly name: string;
  readonly at: Place;
}

export default defineRule({
  id: 'risk/acceptance-outdated',
  scope: 'document',
  about: 'risk',
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3', '8.2'],
  messages: {
    change:
      '{risk} was accepted on {accepted}, and {system} was changed on {on}. See whether the acceptance still holds; the person who answers for it accepts it anew, or notes the review (clause 8.2).',
    assessment:
      '{risk} was accepted on {accepted}, and {assessment} assessed {system} anew on {on}. See whether the acceptance still holds; the person who answers for it accepts it anew, or notes the review (clause 8.2).',
    other: 'This is newer.',
  },
  *check(document, view) {
    for (const risk of rowsAbout(document, 'risk')) {
      const accepted = valueOf(risk, 'accepted_on');
      if (accepted === '' || !isOpenRisk(risk)) continue;
      // Looked at again since then, and left as it was: that is an answer as well.
      const seen = valueOf(risk, 'last_reviewed');
      const news = newest(view, risk, seen > accepted ? seen : accepted);
      if (!news) continue;
      yield {
        at: onField(risk, 'accepted_on'),
        message: news.message,
        data: { risk: rowName(risk), accepted, system: rowName(news.system), on: news.on, assessment: news.name },
        related: [{ at: news.at, message: 'other' }],
      };
    }
  },
});

function newest(view: WorkspaceView, risk: Row, after: string): News | undefined {
  // A risk of all systems is not accepted anew whenever one of them changes.
  if (valuesOf(risk, 'systems').some((system) => foldId(system) === 'all')) return undefined;
  return view.systems
    .filter((system) => isActive(system) && namesSystem(view, risk, system))
    .flatMap((system) => newsOf(view, system))
    .filter(({ on }) => on > after && on <= view.today)
    .sort((one, other) => (one.on < other.on ? 1 : -1))[0];
}

function newsOf(view: WorkspaceView, system: Row): News[] {
  const changed = system.fields.get('last_change');
  const change =
    changed?.state === 'filled'
      ? [
          {
            message: 'change' as const,
            system,
            on: earliestDay(changed),
            name: '',
            at: onField(system, 'last_change'),
          },
        ]
      : [];
  const assessments = view
    .assessmentsOf(system)
    .filter((assessment) => assessment.status === 'approved' && !view.isSuperseded(assessment))
    .map((assessment) => ({
      message: 'assessment' as const,
      system,
      on: assessedOn(assessment),
      name: documentName(assessment),
      at: onField(assessment.metadata, 'assessed_on'),
    }));
  return [...change, ...assessments];
}
