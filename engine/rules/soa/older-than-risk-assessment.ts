import { isInScope, isInUse } from '../../workspace/assessment-state';
import { statements } from '../../workspace/decisions';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/older-than-risk-assessment',
  scope: 'workspace',
  reads: ['statement-of-applicability', 'risk-register', 'ai-system-inventory', 'ai-system'],
  severity: 'warning',
  references: ['6.1.3', '8.2'],
  messages: {
    risks:
      'This statement was last confirmed on {date}, but the risk register {register} was reviewed on {reviewed}. Controls follow from risks (clause 6.1.3): look through the statement again and approve it anew.',
    systems:
      'This statement was last confirmed on {date}; since then {systems} went into service. See whether the decisions still hold with it (clause 6.1.3).',
  },
  *check(view) {
    for (const statement of statements(view)) {
      const { metadata } = statement;
      const approved = valueOf(metadata, 'approved_on');
      if (statement.status !== 'approved' || approved === '' || view.isSuperseded(statement)) continue;
      const last = valueOf(metadata, 'last_reviewed');
      const date = last > approved ? last : approved;
      const at = onField(metadata, date === approved ? 'approved_on' : 'last_reviewed');
      const registers = view
        .documentsOf('risk-register')
        .filter((register) => valueOf(register.metadata, 'reviewed') > date);
      const newest = registers.sort((one, other) =>
        valueOf(one.metadata, 'reviewed') < valueOf(other.metadata, 'reviewed') ? 1 : -1,
      )[0];
      if (newest) {
        const reviewed = valueOf(newest.metadata, 'reviewed');
        yield { at, message: 'risks', data: { date, register: newest.id, reviewed } };
      }
      const later = view.systems.filter(
        (system) =>
          isInScope(system) &&
          isInUse(system) &&
          valueOf(system, 'in_service_since') > date &&
          valueOf(system, 'in_service_since') <= view.today,
      );
      if (later.length > 0 && !newest) {
        const systems = later.map((system) => filledText(system, 'name') || system.id).join(', ');
        yield { at, message: 'systems', severity: 'information', data: { date, systems } };
      }
    }
  },
});
