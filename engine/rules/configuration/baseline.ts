import { BASELINE_FILE, readBaseline } from '../../configuration/baseline';
import { onFile } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'configuration/baseline',
  scope: 'text',
  where: ({ path }) => path === BASELINE_FILE,
  severity: 'error',
  references: [],
  messages: {
    'not-a-map':
      'This file lists accepted findings below "findings:" and cannot be read otherwise, so none of them is accepted. Write it anew with "aims baseline".',
    'not-a-list':
      'Below "findings" stands a list of accepted findings, one a line. This is none, so nothing here is accepted.',
    'not-an-entry':
      'This is no accepted finding, so it accepts nothing. Write { rule: …, path: …, where: …, reason: … }, as "aims baseline" does.',
    'unknown-list':
      'Accepted findings stand below "findings:". Nothing below "{detail}" is read: move it there, or remove it.',
    'unknown-key':
      'An accepted finding has a rule, path, where, reason and until, and no "{detail}". Check the spelling: until then this accepts nothing.',
    incomplete: 'This accepts nothing, because it does not say which {detail} it is about.',
    'wrong-value': 'One value is expected for "{detail}". Until then this accepts nothing.',
    'bad-date': '"{detail}" is no date such as 2026-12-31, so this accepts nothing.',
  },
  *check({ path, parsed }) {
    for (const { block, fact, message, detail } of readBaseline(parsed).problems)
      yield {
        at: fact < 0 ? onFile(path) : { on: 'fact', path, block, fact },
        message,
        data: { detail },
      };
  },
});
