import { defineRule } from '../rule';

export default defineRule({
  id: 'limit/unreadable',
  scope: 'engine',
  uncheckable: true,
  severity: 'error',
  references: [],
  messages: {
    found:
      '{path} could not be opened ({why}), so nothing in it was checked. See whether you may read the file, or leave it out with "exclude" in aims.yaml.',
    folder:
      'The folder {path} could not be opened ({why}), so nothing in it was checked. See whether you may read it, or leave it out with "exclude" in aims.yaml.',
  },
});
