import type { DocumentRecord } from '../../kinds/record';
import { aboutControl } from '../../workspace/control-report';
import { STATEMENT } from '../../workspace/decisions';
import { isFilled } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { decisionsWithEvidence, evidenceOf } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

/** Logs of things that may not have happened: an empty one that was looked at says something. */
const MAY_BE_EMPTY = ['nonconformity-register', 'improvement-log', 'ai-incident-log', 'concern-log'];

export default defineRule({
  id: 'evidence/empty',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['7.5.3', '8.1'],
  messages: {
    file: 'The evidence "{text}" for {control} is an empty file. Put the right file there, or name another.',
    headings:
      'The evidence "{text}" for {control} has headings and nothing under them. Fill it in, or name another record.',
    register:
      'The evidence "{text}" for {control} is a register without a single filled row. Fill it in; if there was nothing to enter, note when it was last looked at ("reviewed").',
  },
  *check(document, view) {
    for (const row of decisionsWithEvidence(document)) {
      for (const { item, resolution, document: target, state } of evidenceOf(view, row)) {
        if (state === 'template' || state === 'circular' || state === 'missing' || state === 'incomplete') continue;
        const size = resolution?.type === 'file' ? view.sizeOf(resolution.path) : undefined;
        const message = size === 0 ? 'file' : target && emptiness(target);
        if (!message) continue;
        yield { at: onField(row, 'evidence', item), ...aboutControl(row, message, { text: item.text }) };
      }
    }
  },
});

function emptiness(target: DocumentRecord): 'headings' | 'register' | undefined {
  const hasRows = target.rows.some((row) => !row.unfilled);
  if (hasRows) return undefined;
  // A table that nobody can read a row of shows nothing either, whatever it is called.
  const table = target.language === 'csv' && target.kind.rows.length > 0;
  if (table || (target.kind.class === 'register' && !target.kind.single)) {
    return MAY_BE_EMPTY.includes(target.kind.kind) && isFilled(target.metadata, 'reviewed') ? undefined : 'register';
  }
  const headings =
    target.language === 'markdown' &&
    target.sections.length > 0 &&
    target.sections.every((section) => section.content === 'empty');
  return headings ? 'headings' : undefined;
}
