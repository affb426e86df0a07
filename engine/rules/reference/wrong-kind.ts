import { readControlId } from '../../kinds/control-id';
import type { Target } from '../../kinds/kind';
import { onField, onRow } from '../../workspace/places';
import { fieldReferences, filledFields, isCanonical } from '../../workspace/references';
import { enumerate, fieldWords } from '../../workspace/wording';
import { defineRule } from '../rule';

/** What things are called where a person reads it. */
const CALLED: Readonly<Partial<Record<Target, string>>> = {
  system: 'an AI system',
  risk: 'a risk',
  control: 'a control',
  clause: 'a clause',
  model: 'a model',
  dataset: 'a dataset',
  supplier: 'a supplier',
  resource: 'a resource',
  objective: 'an objective',
  incident: 'an incident',
  concern: 'a concern',
  nonconformity: 'a nonconformity',
  assessment: 'an impact assessment',
  audit: 'an audit',
  finding: 'an audit finding',
  metric: 'a metric',
  document: 'a document',
  treatment: 'a treatment',
  change: 'a change',
  party: 'an interested party',
  role: 'a role',
};

const called = (target: Target): string => CALLED[target] ?? `a ${target.replace(/-/g, ' ')}`;

export default defineRule({
  id: 'reference/wrong-kind',
  scope: 'document',
  rowByRow: true,
  severity: 'error',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    found:
      '"{text}" is {actual}, but the {label} of {row} should name {wanted}. Correct the id, or move it to where it belongs.',
    target: 'What the id belongs to.',
  },
  *check(document, view) {
    for (const { row, field, item, resolution, canonical } of fieldReferences(document, view)) {
      if (resolution.type !== 'wrong-kind') continue;
      const { definition } = field;
      const wanted = enumerate((definition.refersTo ?? []).map(called), 'or');
      const data = {
        ...fieldWords(row, definition, item.text),
        actual: called(resolution.named.entity),
        wanted,
      };
      const related = [{ at: onRow(resolution.named.row), message: 'target' }];
      yield {
        at: onField(row, definition.name, item),
        message: 'found',
        data,
        severity: canonical ? 'error' : 'warning',
        related,
      };
    }
    for (const { row, field } of filledFields(document)) {
      const { definition } = field;
      if (!definition.refersTo?.includes('control') || (row.entity === 'control-decision' && definition.name === 'id'))
        continue;
      for (const item of field.items) {
        if ((item.link === undefined && item.value.startsWith('A.')) || readControlId(item.text).id.startsWith('A.'))
          continue;
        const named = view.named(item.value);
        if (!named || named.row === named.document.metadata) continue;
        const data = {
          ...fieldWords(row, definition, item.text),
          actual: called(named.row.entity),
          wanted: 'a control',
        };
        const severity = isCanonical(document, row, field) ? ('error' as const) : ('warning' as const);
        yield {
          at: onField(row, definition.name, item),
          message: 'found',
          data,
          severity,
          related: [{ at: onRow(named.row), message: 'target' }],
        };
      }
    }
  },
});
