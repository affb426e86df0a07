import type { Snapshot } from '../../workspace/snapshot';
import { oscalAssessmentResults } from './assessment-results';
import { oscalCatalog } from './catalog';
import { oscalComponentDefinition } from './component-definition';
import { oscalProfile } from './profile';

/** The OSCAL models that are written, by the name of their file without ending. */
export const OSCAL_MODELS = ['catalog', 'profile', 'component-definition', 'assessment-results'] as const;

/** One of them. */
export type OscalModel = (typeof OSCAL_MODELS)[number];

/** One OSCAL document as JSON. Files refer to each other by name and belong in one folder. */
export function oscalText(snapshot: Snapshot, model: OscalModel): string {
  return `${JSON.stringify({ [model]: documentOf(snapshot, model) }, null, 2)}\n`;
}

function documentOf(snapshot: Snapshot, model: OscalModel): Record<string, unknown> {
  switch (model) {
    case 'catalog':
      return oscalCatalog(snapshot);
    case 'profile':
      return oscalProfile(snapshot);
    case 'component-definition':
      return oscalComponentDefinition(snapshot);
    case 'assessment-results':
      return oscalAssessmentResults(snapshot);
  }
}
