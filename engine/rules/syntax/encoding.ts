import { onFile } from '../../workspace/places';
import { defineRule } from '../rule';

const HIDDEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

export default defineRule({
  id: 'syntax/encoding',
  scope: 'text',
  severity: 'error',
  references: ['7.5.3'],
  messages: {
    damaged: 'This file is not valid UTF-8: from here on, some characters cannot be read. Save it as UTF-8.',
    lost: 'Here a character was lost when the file was saved in another encoding. Write it again.',
    hidden: '"{text}" holds characters that cannot be seen, so it is not found where others write it. Type it again.',
  },
  *check(text) {
    const { path } = text;
    const lost = text.text.indexOf('\uFFFD');
    if (text.damaged)
      yield {
        at: lost < 0 ? onFile(path) : { on: 'span', path, start: lost, end: lost + 1 },
        message: 'damaged',
      };
    else if (lost >= 0)
      yield { at: { on: 'span', path, start: lost, end: lost + 1 }, message: 'lost', severity: 'warning' };
    if (text.text.search(HIDDEN) < 0) return;
    for (const [index, block] of text.parsed.blocks.entries()) {
      for (const [fact, { key, value }] of block.facts.entries()) {
        if (value === null || (typeof key === 'string' && key.startsWith('#')) || value.search(HIDDEN) < 0) continue;
        const shown = value.replace(HIDDEN, '').trim();
        // In a sentence such characters do no harm; in one word, such as an id, a path or a date, they make another word.
        if (shown === '' || /\s/.test(shown) || !/[\d./]/.test(shown)) continue;
        yield {
          at: { on: 'fact', path, block: index, fact },
          message: 'hidden',
          severity: 'warning',
          data: { text: shown },
        };
      }
    }
  },
});
