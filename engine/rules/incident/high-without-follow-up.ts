import { isFilled, valueOf } from '../../workspace/names';
import { isClosed } from '../../workspace/nonconformities';
import { onRow } from '../../workspace/places';
import { enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'incident/high-without-follow-up',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['10.2', 'A.8.4'],
  reads: ['ai-incident-log', 'incident'],
  messages: {
    open: '{row} is {severity}, and nothing says why it happened or what is done about it. Usually both are expected: add cause, action and lessons as they become known.',
    closed:
      '{row} is {severity} and closed, but nothing says {missing}. Usually that is expected before closing: add it.',
    learned:
      '{row} is closed, and nothing says why it happened or what was learned from it. Add a sentence, so that the next one can be prevented.',
  },
  *check(view) {
    for (const row of view.rows('incident')) {
      const severity = valueOf(row, 'severity');
      const data = { row: rowName(row), severity };
      const closed = isClosed(row);
      const missing = [
        ...(isFilled(row, 'cause') ? [] : ['why it happened']),
        ...(isFilled(row, 'lessons') || isFilled(row, 'action') ? [] : ['what follows from it']),
      ];
      if (severity === 'high' || severity === 'critical') {
        const at = onRow(row);
        if (closed && missing.length > 0)
          yield { at, message: 'closed', data: { ...data, missing: enumerate(missing) } };
        else if (!closed && missing.length === 2) yield { at, message: 'open', data };
      } else if (closed && !isFilled(row, 'cause') && !isFilled(row, 'lessons')) {
        yield { at: onRow(row), message: 'learned', data, severity: 'information' };
      }
    }
  },
});
