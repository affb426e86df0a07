import { defineKind } from '../define-kind';
import { INCIDENT_FIELDS } from '../fields/incident';
import { asDocumentFields } from '../fields/of-class';

/** One AI incident in a file of its own, with the fields of a row of the log. */
export default defineKind({
  kind: 'incident',
  title: 'AI incident',
  class: 'record',
  purpose: 'Describes one AI incident in a file of its own: what happened, why, what was done and what you learned.',
  clauses: ['9.1', '10.2'],
  controls: ['A.8.4', 'A.6.2.6'],
  fields: asDocumentFields(INCIDENT_FIELDS),
  rows: [],
  sections: [],
  single: 'incident',
  shape: {
    titles: [
      /\bAI (?:system )?incident (?:report|record|log entry)\b/i,
      /KI-Vorfall(?:s)?bericht/i,
      /rapport d['’]incident d['’]?IA/i,
      /informe de incidente de IA/i,
    ],
    fileNames: [
      /(?:^|-)ai-incident-(?:report|record)(?:$|[-.])/i,
      /(?:^|-)incident-log-entry(?:$|[-.])/i,
      /ki-vorfall(?:s)?bericht/i,
    ],
  },
});
