import { defineKind } from '../define-kind';
import { INCIDENT_FIELDS } from '../fields/incident';

/** What went wrong with AI systems (A.8.4, A.6.2.6). */
export default defineKind({
  kind: 'ai-incident-log',
  title: 'AI incident log',
  class: 'register',
  purpose: 'Lists what went wrong with AI systems, why, what was done, whom you told and what you learned.',
  clauses: ['9.1', '10.2'],
  controls: ['A.8.4', 'A.6.2.6'],
  fields: [],
  rows: [
    {
      entity: 'incident',
      list: 'incidents',
      listSynonyms: ['ai incidents', 'incident log', 'vorfälle', 'incidencias', 'incidenten'],
      title: 'incident',
      identity: 'id',
      fields: INCIDENT_FIELDS,
    },
  ],
  sections: [],
  shape: {
    titles: [
      /\b(?:AI )?(?:system )?incident (?:log|register)\b(?! entry)/i,
      /(?:KI-)?Vorfall(?:register|protokoll|verzeichnis|liste)/i,
      /registre des incidents/i,
      /registro de incidentes/i,
      /incident(?:en)?register/i,
      /インシデント(?:台帳|一覧|記録簿)/,
    ],
    fileNames: [
      /(?:^|-)(?:ai-)?incidents?-(?:log|register)(?!-entry)(?:$|[-.])/i,
      /(?:^|-)ai-incidents$/i,
      /vorfall(?:register|verzeichnis)/i,
    ],
  },
});
