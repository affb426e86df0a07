import { proseLinks } from '../../workspace/references';
import { shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'reference/broken-link',
  scope: 'document',
  severity: 'warning',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    found: 'The link to "{text}" leads to a file that is not there. Correct it, or take it out.',
    near: 'The link to "{text}" leads to a file that is not there. There is {near}.',
  },
  *check(document, view) {
    for (const { value, block, fact } of proseLinks(document)) {
      const resolution = view.resolveLink(document.path, value);
      if (resolution.type !== 'unresolved') continue;
      const name =
        value
          .replace(/[?#].*$/, '')
          .split(/[\\/]/)
          .pop() ?? '';
      const near = name === '' ? '' : (view.paths.named(name)[0] ?? '');
      yield {
        at: { on: 'fact', path: document.path, block, fact },
        message: near === '' ? 'found' : 'near',
        data: { text: shorten(value), near },
      };
    }
  },
});
