// The pack of the NIST AI RMF, and crosswalks between frameworks: every reference leads somewhere.
import { deepEqual, equal, ok } from 'node:assert/strict';
import {
  act,
  articleNumbers,
  articleOf,
  type Crosswalk,
  categories,
  crosswalks,
  homeIds,
  known,
  nist,
  readPack,
  subcategories,
  unique,
} from './support/framework-packs';

describe('frameworks: NIST AI RMF', () => {
  it('has 4 functions, 19 categories, 72 subcategories', () => {
    deepEqual([nist.functions.length, categories.length, subcategories.length], [4, 19, 72]);
  });

  it('ids are unique and each lies in its parent', () => {
    unique(
      [...categories, ...subcategories].map((row) => row.id),
      'ids',
    );
    for (const each of nist.functions)
      for (const category of each.categories) {
        ok(category.id.startsWith(`${each.id} `), category.id);
        for (const row of category.subcategories) ok(row.id.startsWith(`${category.id}.`), row.id);
      }
  });
});

describe('frameworks: crosswalks', () => {
  const annexIds = new Set(act.annexes.map((annex) => annex.id));
  const nistIds = new Set(subcategories.map((row) => row.id));

  /** Whether a target exists; true where no pack can tell. */
  function exists(crosswalk: Crosswalk, target: string): boolean {
    if (crosswalk.targets) return crosswalk.targets.some((each) => each.id === target);
    if (crosswalk.to === 'nist-ai-rmf') return nistIds.has(target);
    if (crosswalk.to === 'eu-ai-act') {
      const annex = /^Annex ([IVX]+)(?:\(\d\))?$/.exec(target);
      if (annex) return annexIds.has(annex[1] ?? '');
      if (/^(?:Recital \d+|Directive \(EU\) \d{4}\/\d+)$/.test(target)) return true;
      return target.startsWith('Article ') && articleNumbers.has(articleOf(target));
    }
    if (crosswalk.to === 'iso-27001') return /^(?:A\.[5-8]\.\d{1,2}|(?:[4-9]|10)(?:\.\d){0,2})$/.test(target);
    return /^\d{1,2}(?:\.\d{1,2}){1,2}$/.test(target);
  }

  it('one for each of six frameworks, named as the framework', () => {
    deepEqual(
      crosswalks.map((path) => readPack<Crosswalk>(path).to),
      ['eu-ai-act', 'iso-27001', 'iso-27701', 'iso-9001', 'nist-ai-rmf', 'oecd'],
    );
    for (const path of crosswalks) equal(`crosswalks/${readPack<Crosswalk>(path).to}.yaml`, path);
  });

  for (const path of crosswalks) {
    it(`${path}: both ends and the source of each row exist`, () => {
      const crosswalk = readPack<Crosswalk>(path);
      const ends = [...crosswalk.rows, ...(crosswalk.no_equivalent ?? [])];
      equal(crosswalk.from, 'iso-42001');
      known(
        ends.map((row) => row.from),
        homeIds,
        'clauses or controls',
      );
      const sources = crosswalk.sources.map((source) => source.key);
      unique(sources, 'sources');
      known(
        ends.map((row) => row.source),
        new Set(sources),
        'sources',
      );
      known(sources, new Set(ends.map((row) => row.source)), 'sources without a row, or sources');
      const targets = crosswalk.rows.flatMap((row) => [
        ...(row.status === 'wrong' ? [] : [row.to]),
        ...(row.corrected_to ?? []),
      ]);
      deepEqual(
        targets.filter((target) => !exists(crosswalk, target)),
        [],
      );
      unique(
        crosswalk.rows.map((row) => `${row.from} → ${row.to} by ${row.source}`),
        'rows',
      );
    });
  }
});
