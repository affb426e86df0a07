import { defineKind } from '../define-kind';
import { CHANGE_FIELDS } from '../fields/change';
import { optionalFields } from '../fields/of-class';

/** A change to an AI system or to the management system, or a list of them (6.3, 8.1). */
export default defineKind({
  kind: 'change-record',
  title: 'Change record',
  class: 'record',
  purpose:
    'Says what was changed in an AI system or the management system, why, who agreed, and whether the impact assessment was looked at again.',
  clauses: ['6.3', '8.1'],
  controls: ['A.6.2.6'],
  // The file is one change, or a list of changes: then the fields of the file itself stay empty.
  fields: optionalFields(CHANGE_FIELDS),
  rows: [
    {
      entity: 'change',
      list: 'changes',
      listSynonyms: ['change log', 'change records', 'änderungen', 'changements', 'cambios', 'wijzigingen'],
      title: 'change',
      identity: 'id',
      fields: CHANGE_FIELDS,
    },
  ],
  sections: [],
  single: 'change',
  shape: {
    titles: [
      /\b(?:AI|AIMS)(?: system)? change (?:record|request|log|register)\b/i,
      /^change record\b/i,
      /KI-Änderungs(?:protokoll|antrag|verzeichnis)/i,
    ],
    fileNames: [
      /(?:^|-)(?:ai|aims)(?:-system)?-change-(?:record|request|log|register)(?:$|[-.])/i,
      /(?:^|-)change-record(?:$|[-.])/i,
    ],
  },
});
