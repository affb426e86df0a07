import { defineKind } from '../define-kind';
import { NONCONFORMITY_FIELDS } from '../fields/nonconformity';

/** What was not as it had to be (10.2). */
export default defineKind({
  kind: 'nonconformity-register',
  title: 'Nonconformity register',
  class: 'register',
  purpose:
    'Lists what was not as it had to be, why, what was done and whether it helped. Empty and reviewed is a good answer.',
  clauses: ['10.2'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'nonconformity',
      list: 'nonconformities',
      listSynonyms: [
        'non-conformities',
        'ncs',
        'ncrs',
        'corrective actions',
        'abweichungen',
        'nichtkonformitäten',
        'non-conformités',
        'no conformidades',
        'afwijkingen',
      ],
      title: 'nonconformity',
      identity: 'id',
      fields: NONCONFORMITY_FIELDS,
    },
  ],
  sections: [],
  shape: {
    titles: [
      /\b(?:non-?conformit(?:y|ies)|NCR?|corrective actions?|CAPA)(?: (?:and|&) corrective actions?)? (?:register|log)\b/i,
      /(?:Abweichungs|Nichtkonformitäts|Korrekturmaßnahmen)(?:register|verzeichnis|liste)/i,
      /registre des non-conformités/i,
      /registro de no conformidades/i,
      /afwijkingenregister/i,
      /不適合(?:台帳|一覧)/,
    ],
    fileNames: [
      /(?:^|-)(?:non-?conformit(?:y|ies)|ncr?|corrective-actions?|capa)(?:-and-corrective-actions?)?-(?:register|log)(?:$|[-.])/i,
      /(?:abweichungs|nichtkonformitaets)(?:register|verzeichnis)/i,
    ],
  },
});
