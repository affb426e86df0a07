import type { Row } from '../../kinds/record';
import { aboutControl } from '../../workspace/control-report';
import {
  excludedIn,
  isIncludedElsewhere,
  namesControl,
  overlap,
  risksOf,
  STATEMENT,
  treatmentsOf,
} from '../../workspace/decisions';
import { isInForce } from '../../workspace/evidence';
import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentsNaming } from '../../workspace/references';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/excluded-but-used',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    risk: '{control} is excluded, yet the open risk {name} is treated with it. Both cannot hold (clause 6.1.3): include the control, or treat the risk in another way.',
    treatment:
      '{control} is excluded, yet the treatment plan uses it for {name}. Both cannot hold (clause 6.1.3): include the control, or change the plan.',
    document:
      '{control} is excluded, yet {name}, which is in force, says it serves this control. Both cannot hold (clause 6.1.3): include the control, or take it out of the document.',
    used: 'Here {control} is used',
  },
  *check(document, view) {
    for (const row of excludedIn(document)) {
      if (isIncludedElsewhere(document, row)) continue;
      const report = (message: string, name: string, user: Row, field: string) => ({
        at: onField(row, 'applicable'),
        ...aboutControl(row, message, { name }),
        related: [{ at: onField(user, field), message: 'used', data: { control: row.id } }],
      });
      const risk = risksOf(view, row).find((other) => overlap(other, row));
      const treatment = risk ? undefined : treatmentsOf(view, row.id).find((other) => overlap(other, row));
      if (risk) {
        const own = !namesControl(risk, row.id);
        yield report('risk', risk.id || filledText(risk, 'title'), own ? row : risk, own ? 'risks' : 'controls');
      } else if (treatment) {
        yield report(
          'treatment',
          filledText(treatment, 'risk') || filledText(treatment, 'action'),
          treatment,
          'controls',
        );
      } else {
        const using = documentsNaming(view, row).find(
          (other) =>
            other.kind.class === 'governing' &&
            other.kind.kind !== STATEMENT &&
            isInForce(view, other) &&
            overlap(other.metadata, row),
        );
        if (using) yield report('document', using.title || using.path, using.metadata, 'controls');
      }
    }
  },
});
