import { rowsAbout, rowsNamed } from '../../workspace/document-rows';
import { isDraft } from '../../workspace/document-status';
import { isActiveInUse } from '../../workspace/named-systems';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'treatment/not-approved',
  scope: 'document',
  about: 'treatment',
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    started:
      '{plan} is not approved yet, but the treatment of {row} is already under way. The risk owners approve the plan and what remains of the risks (clause 6.1.3).',
    used: '{plan} is not approved yet, but {row}, whose risks it treats, is in use. The risk owners approve the plan and what remains of the risks (clause 6.1.3).',
    draft: '{plan} is not approved yet. The risk owners approve the plan and what remains of the risks (clause 6.1.3).',
  },
  *check(document, view) {
    if (document.kind.kind !== 'risk-treatment-plan' || !isDraft(document)) return;
    const rows = rowsAbout(document, 'treatment');
    if (document.language === 'csv' || rows.length === 0) return;
    const started = rows.find((row) => ['done', 'in_progress'].includes(valueOf(row, 'status')));
    const used = started
      ? undefined
      : rows
          .flatMap((row) => rowsNamed(view, row, 'risk'))
          .flatMap((risk) => rowsNamed(view, risk, 'systems'))
          .find(isActiveInUse);
    const named = started ?? used;
    const data = { plan: documentName(document), row: named ? rowName(named) : '' };
    const message = started ? 'started' : used ? 'used' : 'draft';
    yield {
      at: onField(document.metadata, 'status'),
      message,
      data,
      severity: named ? 'warning' : 'information',
      final: true,
    };
  },
});
