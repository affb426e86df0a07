import { isInForce } from '../../workspace/evidence';
import { onRow } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'audit/no-programme',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['9.2.2'],
  reads: 'all',
  messages: {
    report:
      'There is an audit report, but no audit programme. Usually a programme is expected that says what is audited when, against what and by whom; add one.',
    statement:
      'The Statement of Applicability is in force, but there is no audit programme. Usually one is expected that says what is audited when, against what and by whom; add one.',
  },
  *check(view) {
    if (
      view.documents.some((document) => document.kind.kind === 'audit-programme' && document.status !== 'retired') ||
      view.incomplete
    )
      return;
    const [report] = view.documentsOf('audit-report');
    const statement = view.documentsOf('statement-of-applicability').find((document) => isInForce(view, document));
    // Before the Statement of Applicability holds there is little to audit yet.
    const at = report ?? statement;
    if (at) yield { at: onRow(at.metadata), message: report ? 'report' : 'statement' };
  },
});
