import { deepEqual, ok } from 'node:assert/strict';
import pages from 'gen/rule-pages';
import { rules } from '../engine/rules/registry';
import type { Rule } from '../engine/rules/rule';
import { readCases } from './support/case-file';
import { caseWorkspace, differences, shownFindings } from './support/case-workspace';

/** On a rule's page only that rule speaks, and those that show that the text could not be read. */
const alwaysOn = /^(?:syntax|engine|limit)\//;

describe('rules', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      const page = pages[rule.id];
      it('has a page that says what, why and how to fix', () => {
        ok(page !== undefined, 'there is no page beside the code');
        for (const part of [`# ${rule.id}`, '**What:**', '**Why:**', '**How to fix:**'])
          ok(page.includes(part), `the page lacks "${part}"`);
      });
      const cases = readCases(page ?? '');
      // A line `also: soa/no-owner` lets another rule speak: what an exception is about, or what aims.yaml names.
      const also = [...(page ?? '').matchAll(/^also: (\S+)$/gm)].map((match) => match[1]);
      const speaks = (other: Rule): boolean =>
        other.id === rule.id ||
        also.includes(other.id) ||
        alwaysOn.test(other.id) ||
        (rule.id.startsWith('exception/') && other.id.startsWith('exception/'));
      it('has at least one case that finds and one that stays silent', () => {
        const found = cases.some((each) => each.files.some((file) => file.marks.some((mark) => mark.rule === rule.id)));
        ok(found || rule.scope === 'engine', 'no case marks a finding');
      });
      for (const each of cases) {
        it(each.title, () => {
          const { snapshot } = caseWorkspace(each, speaks);
          deepEqual(differences(each, shownFindings(snapshot)), []);
        });
      }
    });
  }

  it('every page belongs to a rule', () => {
    const known = new Set(rules.map((rule) => rule.id));
    deepEqual(
      Object.keys(pages).filter((id) => !known.has(id)),
      [],
    );
  });

  it('a demand that is not verified is never an error', () => {
    deepEqual(
      rules.filter((rule) => rule.expected && rule.severity === 'error').map((rule) => rule.id),
      [],
    );
  });

  it('only syntax, engine, exception and configuration rules have no reference', () => {
    const without = rules.filter(
      (rule) => rule.references.length === 0 && !/^(?:syntax|engine|exception|configuration|limit)\//.test(rule.id),
    );
    deepEqual(
      without.map((rule) => rule.id),
      [],
    );
  });
});
