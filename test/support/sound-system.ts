// A management system in which all is well but one thing, so that what a failing rule makes of it can be seen.
import { assessment, CARRIED_OUT, inventory, procedure, record, statement, system } from './small-system';
import { AIMS, MISSING_JUSTIFICATION } from './small-texts';

/** What is said where a rule stops. */
export const FAILED = 'engine/rule-failed';
/** What another rule finds meanwhile. */
export const OTHER = MISSING_JUSTIFICATION;
/** A decision with everything in order. */
export const IN_ORDER = {
  id: 'A.6.2.4',
  ...CARRIED_OUT,
  implementation: '[Release](governing/release.md)',
  evidence: ['records/validation.md'],
};
/** A root in which all of it is in order, and a decision without a reason. */
export const FILES: ReadonlyMap<string, string> = new Map([
  ['aims.yaml', AIMS],
  ['soa.yaml', statement([IN_ORDER, { id: 'A.2.2', applicable: true }])],
  ['governing/release.md', procedure({ clauses: ['4.4'] })],
  ['records/validation.md', record({ clauses: ['4.4'] })],
  [
    'systems.yaml',
    inventory(
      system(),
      system({ id: 'AIS-002', lifecycle: 'retired' }),
      system({ id: 'AIS-003', in_scope: false, scope_reason: 'A calculator.' }),
    ),
  ],
  ['aia.md', assessment()],
]);
