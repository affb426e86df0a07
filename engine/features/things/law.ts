import type { Span } from '../../text/span';
import { type Basis, readBasis } from '../../workspace/ai-act-basis';

/** A reference to the AI Act inside a text. */
export interface LawReference extends Span {
  readonly basis: Basis;
}

const REFERENCE =
  /\b(?:Art(?:icles?|ikel|\.)?\s*\d{1,3}[a-z]?(?:\s*\([0-9a-z]{1,3}\))*|(?:Annex|Anhang)\s+III(?![IVX])(?:[\s,:]*(?:points?|no\.?|Nr\.?|area)?\s*\d{1,2}(?:\s*\([a-z]\))?)?)/gi;
const BARE = /(?<![\w(])\d{1,3}\(\s*\d[a-z]?\s*\)(?:\(\s*[a-z]{1,2}\s*\))?/g;
const ACT = /\bAI Act\b|\bKI-VO\b|KI-Verordnung|2024\/1689/i;
const OTHER_LAW = /GDPR|DSGVO|RGPD|AVG\b|Directive|Richtlinie|Charter|Treaty|MDR\b|2016\/679|2017\/745/i;

/** References in prose: only where the Act is named beside them and no other law is. */
export function lawInProse(text: string): LawReference[] {
  if (!ACT.test(text)) return [];
  return [...masked(text).matchAll(REFERENCE)].flatMap((match): LawReference[] => {
    const end = match.index + match[0].length;
    const around = text.slice(Math.max(0, match.index - 40), end + 40);
    if (!ACT.test(around) || OTHER_LAW.test(around)) return [];
    return [{ start: match.index, end, basis: readBasis(match[0]) }];
  });
}

/** References in a field that is about the Act anyway. */
export function lawInField(text: string): LawReference[] {
  const found = [...text.matchAll(REFERENCE), ...text.matchAll(BARE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    basis: readBasis(match[0]),
  }));
  const apart = found.filter(
    (one) => !found.some((other) => other !== one && other.start <= one.start && one.end < other.end),
  );
  const known = apart.filter(({ basis }) => basis.articles.length + basis.points.length > 0);
  if (known.length > 0) return known;
  const basis = readBasis(text);
  return basis.articles.length + basis.points.length > 0 ? [{ start: 0, end: text.length, basis }] : [];
}

/** Code, addresses and comments blanked out: what stands there refers to nothing. */
function masked(text: string): string {
  return text.replace(/`[^`\n]*`|\]\([^)\s]*\)|https?:\S+|<!--[\s\S]*?-->/g, (part) => ' '.repeat(part.length));
}
