import type { Row } from '../../kinds/record';
import { listed, rowsAbout } from '../../workspace/document-rows';
import type { Report } from '../../workspace/finding';
import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { type RiskScale, riskScale, stepOf } from '../../workspace/risk-scale';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/value-outside-scale',
  scope: 'document',
  about: 'risk',
  looksAround: true,
  severity: 'warning',
  references: ['6.1.1', '6.1.2'],
  messages: {
    outside:
      '"{value}" in {risk} is none of the levels that {criteria} declares ({levels}). Use one of them, so that the risk can be compared.',
    mixed:
      'Some risks are rated with numbers and others with words ("{number}", "{word}"). Use one scale, and declare it in the risk criteria.',
    step: '"{value}" ({label} of {risk}) is none of the steps that {criteria} declares ({levels}). Use one of them, so that the risk can be compared.',
    scale: 'They are declared here.',
  },
  *check(document, view) {
    const rows = rowsAbout(document, 'risk');
    const scale = riskScale(view);
    for (const field of ['level', 'residual']) {
      if (scale) yield* outside(rows, field, scale, 'levels');
      else if (!view.incompleteOf('risk-criteria')) yield* mixed(rows, field);
    }
    if (scale) for (const field of ['likelihood', 'impact'] as const) yield* outside(rows, field, scale, field);
  },
});

function* outside(
  rows: readonly Row[],
  field: string,
  scale: RiskScale,
  declared: 'levels' | 'likelihood' | 'impact',
): Iterable<Report> {
  const steps = scale[declared];
  if (steps.words.length === 0) return;
  for (const risk of rows) {
    const value = filledText(risk, field);
    // Numbers beside the declared words are the organisation's own business.
    if (value === '' || stepOf(steps, value) >= 0 || (declared !== 'levels' && /^\d/.test(value))) continue;
    const data = {
      value,
      label: field,
      risk: rowName(risk),
      criteria: documentName(scale.document),
      levels: listed(steps.words, 8),
    };
    const related = [{ at: onField(scale.document.metadata, declared), message: 'scale' }];
    yield { at: onField(risk, field), message: declared === 'levels' ? 'outside' : 'step', data, related };
  }
}

function* mixed(rows: readonly Row[], field: string): Iterable<Report> {
  const filled = rows.filter((row) => filledText(row, field) !== '');
  const numbers = filled.filter((row) => /^\d+(?:[.,]\d+)?$/.test(filledText(row, field)));
  const words = filled.filter((row) => !/\d/.test(filledText(row, field)));
  const [first, other] = [numbers[0], words[0]];
  if (!first || !other || numbers.length < 3 || words.length < 3) return;
  const odd = numbers.length < words.length ? first : other;
  yield {
    at: onField(odd, field),
    message: 'mixed',
    data: { number: filledText(first, field), word: filledText(other, field) },
    severity: 'information',
  };
}
