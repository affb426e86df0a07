// The pack of the EU AI Act: duties, dates and what they stand on.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { kinds } from '../engine/kinds/registry';
import { act, articleNumbers, articleOf, type Duty, known, unique } from './support/framework-packs';

describe('frameworks: EU AI Act', () => {
  it('ids are unique, and each duty stands on articles and a source that the pack has', () => {
    const rows = [...act.duties, ...act.gpai_duties];
    unique(
      [...rows, ...act.transitions].map((row) => row.id),
      'ids',
    );
    unique(
      [...act.transparency, ...act.prohibited].map((row) => row.id),
      'points',
    );
    unique(
      act.annex_iii.areas.flatMap((area) => area.points.map((point) => point.id)),
      'points of Annex III',
    );
    unique([...act.articles.map((article) => article.number)], 'articles');
    known(
      [...rows, ...act.transitions, act.derogation].flatMap((row) => row.articles.map(articleOf)),
      articleNumbers,
      'articles',
    );
    known(
      [...rows, ...act.transitions, act.derogation].map((row) => row.source),
      new Set(act.sources.map((source) => source.key)),
      'sources',
    );
  });

  it('has both versions of the law, the newest last', () => {
    deepEqual(
      act.versions.map((version) => [version.as_of, version.dates]),
      [
        ['2024-08-01', 'applies_from_original'],
        ['2026-07-27', 'applies_from'],
      ],
    );
    ok(act.versions[1]?.act.includes('2026/1744'));
  });

  it('a duty of high-risk systems has the dates of its route, and both routes say the same', () => {
    const high = act.duties.filter((duty) => duty.tier === 'high');
    for (const duty of high) {
      ok(duty.id.endsWith(`-${duty.route ?? '?'}`), duty.id);
      const expected = duty.route === 'annex-i' ? ['2028-08-02', '2027-08-02'] : ['2027-12-02', '2026-08-02'];
      deepEqual([duty.applies_from, duty.applies_from_original], expected, duty.id);
      const twin = high.find((other) => other.id === duty.id.replace(/annex-iii$/, 'annex-i'));
      const said = ({ duty: words, articles, role, answered_in: sections }: Duty) => [words, articles, role, sections];
      if (twin) deepEqual(said(twin), said(duty), duty.id);
    }
    for (const duty of act.duties.filter((each) => each.tier !== 'high')) equal(duty.route, undefined, duty.id);
  });

  it('a duty is answered in sections that an impact assessment has', () => {
    const sections = kinds.find((kind) => kind.kind === 'ai-impact-assessment')?.sections ?? [];
    const answered = [...act.duties, ...act.transparency].flatMap((duty) => duty.answered_in ?? []);
    ok(answered.length > 30, `${answered.length} answers`);
    known(answered, new Set(sections.map((section) => section.id)), 'sections');
    ok(
      act.duties.every((duty) => !['minimal', 'all'].includes(duty.tier) || duty.answered_in === undefined),
      'what every system has to do asks for no section',
    );
  });

  it('the amendment moved dates only to later ones', () => {
    for (const row of [...act.duties, ...act.gpai_duties, ...act.transparency, ...act.prohibited, ...act.articles])
      ok(row.applies_from_original === null || row.applies_from_original <= row.applies_from, JSON.stringify(row));
  });

  it('Article 50 kept its date, with a grace only for 50(2); two prohibitions are new', () => {
    deepEqual(
      act.transparency.map((row) => [row.id, row.applies_from, row.grace?.until ?? '']),
      [
        ['50(1)', '2026-08-02', ''],
        ['50(2)', '2026-08-02', '2026-12-02'],
        ['50(3)', '2026-08-02', ''],
        ['50(4)', '2026-08-02', ''],
      ],
    );
    deepEqual(
      act.prohibited.filter((row) => row.applies_from_original === null).map((row) => [row.id, row.applies_from]),
      [
        ['5(1)(ba)', '2026-12-02'],
        ['5(1)(bb)', '2026-12-02'],
      ],
    );
    equal(act.prohibited.length, 10);
  });

  it('each tier has duties for providers and deployers, and AI literacy holds for every tier', () => {
    for (const tier of [...act.tiers.map((each) => each.id), 'all'])
      for (const role of ['provider', 'deployer'])
        ok(
          act.duties.some((duty) => duty.tier === tier && duty.role === role),
          `${tier}, ${role}`,
        );
    deepEqual(
      act.duties.filter((duty) => duty.tier === 'all').flatMap((duty) => duty.articles),
      ['4', '4'],
    );
  });
});
