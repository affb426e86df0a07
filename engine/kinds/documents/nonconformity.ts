import { defineKind } from '../define-kind';
import { NONCONFORMITY_FIELDS } from '../fields/nonconformity';
import { asDocumentFields, withoutFields } from '../fields/of-class';

/** One nonconformity in a file of its own, with the fields of a row of the register. */
const kind = defineKind({
  kind: 'nonconformity',
  title: 'Nonconformity',
  class: 'record',
  purpose: 'Describes one nonconformity in a file of its own: finding, cause, action and whether it helped.',
  clauses: ['10.2'],
  controls: [],
  fields: asDocumentFields(NONCONFORMITY_FIELDS),
  rows: [],
  sections: [],
  single: 'nonconformity',
  shape: {
    titles: [
      /^(?:non-?conformity|corrective action) (?:report|record|request)\b/i,
      /^NCR[ -]?\d/,
      /^(?:Abweichungs|Nichtkonformitäts)bericht\b/i,
      /^(?:rapport|fiche) de non-conformité/i,
      /^informe de no conformidad/i,
      /^afwijkingsrapport/i,
    ],
    fileNames: [/(?:^|-)(?:non-?conformity|corrective-action)-(?:report|record|request)(?:$|[-.])/i, /^ncr-\d/i],
  },
});

// `clauses` and `controls` say here what was not met, not what the document serves.
export default withoutFields(kind, 'clauses', 'controls');
