import { normalName } from '../../kinds/normal-name';
import type { Report } from '../../workspace/finding';
import { defineRule } from '../rule';

export default defineRule({
  id: 'configuration/invalid',
  scope: 'workspace',
  reads: [],
  severity: 'error',
  references: [],
  messages: {
    'unknown-key': 'aims.yaml has no setting "{detail}", so this is not used. Check the spelling, or remove it.',
    'wrong-value': 'This cannot be used here and its usual value holds instead: expected is {detail}.',
    'bad-period':
      '"{detail}" is no period, and the usual one holds instead. Write P12M for twelve months, P30D for thirty days, P1Y for a year.',
    'not-a-map':
      'aims.yaml has to consist of settings with values, such as "organization: Meridian Health AI". Nothing in it is used.',
    'unknown-rule': 'There is no rule "{detail}", so this changes nothing. Check the spelling{proposal}.',
    'unknown-kind':
      'There is no kind of document "{detail}", so these paths say nothing. Check the spelling{proposal}.',
  },
  *check(view) {
    const { configuration, kinds, ruleIds } = view;
    for (const { keys, message, detail } of configuration.problems) {
      yield { at: { on: 'configuration', keys, key: message === 'unknown-key' }, message, data: { detail } };
    }
    const unknownRule = (name: string, keys: readonly (string | number)[], key: boolean): Report | undefined =>
      ruleIds.has(name)
        ? undefined
        : {
            at: { on: 'configuration', keys, key },
            message: 'unknown-rule',
            data: { detail: name, proposal: proposal(name, [...ruleIds]) },
          };
    for (const name of Object.keys(configuration.rules)) {
      const report = unknownRule(name, ['rules', name], true);
      if (report) yield report;
    }
    for (const { rule, index } of configuration.exceptions) {
      for (const name of rule
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')) {
        const report = unknownRule(name, ['exceptions', index, 'rule'], false);
        if (report) yield report;
      }
    }
    const known = kinds.map(({ kind }) => kind);
    for (const name of Object.keys(configuration.documents)) {
      if (known.some((kind) => normalName(kind) === normalName(name))) continue;
      yield {
        at: { on: 'configuration', keys: ['documents', name], key: true },
        message: 'unknown-kind',
        data: { detail: name, proposal: proposal(name, known) },
      };
    }
  },
});

/** ": meant is perhaps …", where one name is so close that it is likely meant. */
function proposal(written: string, names: readonly string[]): string {
  const best = names
    .map((name) => ({ name, steps: distance(written.toLowerCase(), name) }))
    .sort((one, other) => one.steps - other.steps)[0];
  return best && best.steps <= Math.max(2, Math.floor(written.length / 5)) ? `; perhaps "${best.name}" is meant` : '';
}

/** How many letters have to be added, dropped or changed to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at++) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to++) {
      const change = (row[to] ?? 0) + (one[at] === other[to] ? 0 : 1);
      next.push(Math.min((next[to] ?? 0) + 1, (row[to + 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
