import type { AiAct } from '../catalogue/catalogue';
import type { Duty } from '../catalogue/types';

/** What a text names as the legal basis of a tier. */
export interface Basis {
  /** Articles as `6(1)` or `5(1)(f)`. */
  readonly articles: readonly string[];
  readonly annexI: boolean;
  readonly annexIII: boolean;
  /** Points of Annex III as `5(d)`, or `5` where only the area is named. */
  readonly points: readonly string[];
}

const ARTICLE =
  /(?:\b(?:art(?:icle|ikel|ículo|icolo|\.)?)|第)\s*(\d{1,3})((?:\s*(?:\(\s*[0-9a-z]{1,2}\s*\)|abs(?:atz|\.)?\s*\d|(?:lit\.?|buchst(?:abe|\.)?)\s*[a-z]\b))*)/giu;
const BARE = /(?<![\w.(])(\d{1,3})((?:\(\s*\d[a-z]?\s*\))(?:\(\s*[a-z]{1,2}\s*\))?)/g;
const ANNEX = /(?:annexe?|anhang|anexo|allegato|bijlage|附属書)\s*(III|I|3|1)(?![IVX\d])/iu;
const POINT =
  /^[\s,:;.–—-]*(?:\(?\s*(?:points?|nr\.?|nummer|no\.?|area|item|punkt|ziffer|punto|punt|number)\s*)?\(?\s*(\d{1,2})\s*\)?(?:[\s.,–-]*(?:lit(?:era|\.)?|buchst(?:abe|\.)?|letter)?\s*(?:\(\s*([a-z])\s*\)|(?<=[\s.])([a-z])\b|([a-z])\b))?/iu;

/** Reads what a person wrote as a basis, such as `Annex III, point 5(d)`, `Anhang III Nr. 5 Buchst. d` or `Article 6(1)`. */
export function readBasis(written: string): Basis {
  const articles: string[] = [];
  const withoutArticles = written.replace(ARTICLE, (_whole, number: string, rest: string) => {
    articles.push(
      number +
        [...rest.matchAll(/[0-9a-z]+(?=\s*\)|\s*$|\s)/gi)]
          .map((part) => part[0])
          .filter((part) => !/^(?:abs|absatz|lit|buchst|buchstabe)$/i.test(part))
          .map((part) => `(${part.toLowerCase()})`)
          .join(''),
    );
    return ' ';
  });
  const points: string[] = [];
  let annexI = false;
  let annexIII = false;
  let text = withoutArticles;
  for (let match = ANNEX.exec(text); match; match = ANNEX.exec(text)) {
    text = text.slice(match.index + match[0].length);
    if (match[1] === 'I' || match[1] === 'i' || match[1] === '1') {
      annexI = true;
      continue;
    }
    annexIII = true;
    const point = POINT.exec(text);
    if (!point) continue;
    points.push(pointId(point[1], point[2] ?? point[3] ?? point[4]));
    text = text.slice(point[0].length);
    const end = ANNEX.exec(text)?.index ?? text.length;
    for (const more of text.slice(0, end).matchAll(/(?<![\w(])(\d{1,2})\s*\(\s*([a-z])\s*\)/gi))
      points.push(pointId(more[1], more[2]));
  }
  if (!annexI && !annexIII)
    for (const match of withoutArticles.matchAll(BARE))
      articles.push(`${match[1]}${(match[2] ?? '').replace(/\s/g, '').toLowerCase()}`);
  return { articles, annexI, annexIII, points: [...new Set(points)] };
}

function pointId(area: string | undefined, letter: string | undefined): string {
  return letter ? `${area ?? ''}(${letter.toLowerCase()})` : (area ?? '');
}

/** True where the Act has the point, or the area where only that is named. */
export function isHighRiskPoint(act: AiAct, point: string): boolean {
  return act.highRiskUses.some(({ id }) => id === point || id.startsWith(`${point}(`));
}

/** The first day on which one of the duties applies; empty where there is none. */
export function appliesFrom(duties: readonly Pick<Duty, 'applies_from'>[]): string {
  return duties.map((duty) => duty.applies_from).sort()[0] ?? '';
}

/** The duties of a high-risk system by the route that its basis names; without one, those of Annex III, which come first. */
export function ofRoute(duties: readonly Duty[], basis: Basis): readonly Duty[] {
  const route = basis.annexI && !basis.annexIII ? 'annex-i' : 'annex-iii';
  return duties.filter((duty) => duty.route === undefined || duty.route === route);
}
