import { referencesAstray } from '../../workspace/references';
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
    label:
      'This was meant as a link, but nothing in the document says where "{text}" leads. Add a line "[{text}]: address", or take the brackets out.',
  },
  *check(document, view) {
    for (const { at, written, resolution } of referencesAstray(document, view)) {
      if (resolution.type !== 'unresolved' || at.on !== 'fact') continue;
      const name =
        written
          .replace(/[?#].*$/, '')
          .split(/[\\/]/)
          .pop() ?? '';
      const near = name === '' ? '' : (view.paths.named(name)[0] ?? '');
      yield {
        at,
        message: near === '' ? 'found' : 'near',
        data: { text: shorten(written), near },
      };
    }
    // Where part of the document cannot be read, the line that says it may be there.
    if (!document.complete) return;
    for (const { value, block, fact } of document.undefinedLabels)
      yield { at: { on: 'fact', path: document.path, block, fact }, message: 'label', data: { text: shorten(value) } };
  },
});
