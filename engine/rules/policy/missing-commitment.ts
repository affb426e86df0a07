import { filledText } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { documentName, enumerate } from '../../workspace/wording';
import { defineRule } from '../rule';

/** What clause 5.2 asks a policy to commit to, with the words a message uses for it. */
const COMMITMENTS: readonly (readonly [phrase: string, words: string])[] = [
  ['commitment-objectives', 'AI objectives, or how they are set'],
  ['commitment-requirements', 'meeting the requirements that apply'],
  ['commitment-improvement', 'improving the management system continually'],
];

/** Languages in which the words for commitments are known. */
const READ = /^(?:en|de|fr|es|nl|ja)\b/i;

export default defineRule({
  id: 'policy/missing-commitment',
  scope: 'document',
  kinds: ['ai-policy'],
  severity: 'warning',
  references: ['5.2', 'A.2.2'],
  messages: {
    found:
      'Nothing was found in {policy} about {missing}. Clause 5.2 asks for it in the AI policy: write it in your own words.',
  },
  *check(document) {
    if (document.language !== 'markdown') return;
    const language = filledText(document.metadata, 'language');
    if ((language !== '' && !READ.test(language)) || document.sections.every((section) => section.content !== 'filled'))
      return;
    const missing = COMMITMENTS.filter(([phrase]) => !document.phrases.has(phrase)).map(([, words]) => words);
    if (missing.length === 0) return;
    yield {
      at: onRow(document.metadata),
      message: 'found',
      data: { policy: documentName(document), missing: enumerate(missing) },
    };
  },
});
