import { rowsAbout } from '../../workspace/document-rows';
import { filledText, isFilled } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

/** Words of one scale each, from low to high; words of different scales are not compared. */
const SCALES: readonly (readonly string[])[] = [
  ['none', 'aware', 'basic', 'intermediate', 'advanced', 'expert'],
  ['none', 'beginner', 'practitioner', 'expert'],
  ['low', 'medium', 'high'],
  ['keine', 'grundlagen', 'fortgeschritten', 'experte'],
];

export default defineRule({
  id: 'competence/gap-without-action',
  scope: 'document',
  about: 'competence',
  severity: 'warning',
  references: ['7.2'],
  messages: {
    found:
      '{row} has {held} where {needed} is needed, and nothing says {missing}. Clause 7.2 asks to act on such a gap: add it.',
  },
  *check(document) {
    for (const row of rowsAbout(document, 'competence')) {
      const [needed, held] = [filledText(row, 'needed'), row.fields.get('held')?.text.trim() ?? ''];
      if (needed === '' || held === '' || !isLower(held, needed)) continue;
      const missing = !isFilled(row, 'action')
        ? 'what is done about it'
        : !isFilled(row, 'due')
          ? 'by when that is closed'
          : '';
      if (missing !== '')
        yield {
          at: onField(row, 'held'),
          message: 'found',
          data: { row: filledText(row, 'role') || rowName(row), held, needed, missing },
        };
    }
  },
});

/** True where both are numbers, or words of one scale, and the first is lower. */
function isLower(held: string, needed: string): boolean {
  const [a, b] = [leading(held), leading(needed)];
  if (a !== undefined && b !== undefined) return a < b;
  return SCALES.some((scale) => {
    const [low, high] = [scale.indexOf(held.toLowerCase()), scale.indexOf(needed.toLowerCase())];
    return low >= 0 && high >= 0 && low < high;
  });
}

function leading(text: string): number | undefined {
  const match = /^(?:level |stufe |l)?(\d+(?:\.\d+)?)(?:\s*(?:\/|of)\s*\d+)?$/i.exec(text);
  return match ? Number(match[1]) : undefined;
}
