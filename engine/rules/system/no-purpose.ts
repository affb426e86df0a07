import { lacking, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/no-purpose',
  scope: 'document',
  about: 'system',
  severity: 'warning',
  references: ['6.1.4', 'A.9.4'],
  messages: {
    row: 'Nothing says what {row} is for. Write its purpose in one or two sentences: the impact assessment and the intended use rest on it (clause 6.1.4, A.9.4).',
    none: 'None of the {count} systems here says what it is for. Write it for each: impact assessments and intended use rest on it (clause 6.1.4, A.9.4).',
  },
  *check(document) {
    const rows = rowsAbout(document, 'system').filter(isActive);
    yield* lacking(document, rows, 'purpose');
  },
});
