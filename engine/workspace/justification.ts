import type { Control } from '../catalogue/types';
import type { Row } from '../kinds/record';
import { canonicalText } from '../text/fingerprint';
import { filledText, isFilled } from './names';
import { STOCK_PHRASES } from './stock-phrases';

const sets = Object.values(STOCK_PHRASES);
const words = (lists: readonly (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat().map(canonicalText));
const WHOLE = words(sets.map((set) => set.whole));
const UNLESS_NAMED = words(sets.map((set) => set.unlessNamed));
const LEADS = [...words(sets.map((set) => set.leads))].sort((one, other) => other.length - one.length);
const GAP = /^[\s.,;:–—-]+/;
const CUT = /(?:[.;:]\s+|\s[–—-]\s|\s*[/|]\s+)/;

/** What a decision gives as its reason, without stock lead-ins such as "Mandatory because"; empty where nothing follows them. */
export function ownReason(written: string): string {
  let text = canonicalText(written);
  for (let again = true; again; ) {
    again = false;
    const lead = LEADS.find(
      (words) => text.startsWith(words) && (text.length === words.length || GAP.test(text.slice(words.length))),
    );
    if (lead === undefined) break;
    const rest = text.slice(lead.length);
    const punctuated = /^\s*[.,;:–—-]/.test(rest);
    // Without a mark or a word for "because", the lead is the start of an ordinary sentence.
    if (rest !== '' && !punctuated && !/(?:because|since|as|weil|car|parce que|porque|omdat)$/.test(lead)) break;
    text = rest.replace(GAP, '');
    again = text !== '';
  }
  return text;
}

/** True where the justification is nothing but stock phrases, and the row names nothing that would fill them. */
export function isStockPhrase(row: Row): boolean {
  const written = filledText(row, 'justification');
  if (written === '') return false;
  const named = isFilled(row, 'risks');
  const parts = canonicalText(written)
    .split(CUT)
    .map((part) => canonicalText(part))
    .filter((part) => part !== '');
  const stock = (part: string): boolean => WHOLE.has(part) || (UNLESS_NAMED.has(part) && !named);
  if (parts.length > 0 && (stock(canonicalText(written)) || parts.every(stock))) return true;
  const rest = ownReason(written);
  return rest === '' || stock(rest);
}

/** What a justification merely repeats: the title of the control, or our plain words for it; undefined where it says more. */
export function repeatedTitle(row: Row, control: Control | undefined): string | undefined {
  const written = filledText(row, 'justification');
  const bare = (text: string): string => ownReason(text.replace(/^\W*(?:Annex\s+)?A[. ]?\d+(?:\.\d+)*[\s.:–—-]*/i, ''));
  const said = bare(written);
  if (said === '') return undefined;
  const titles = [control?.title ?? '', filledText(row, 'title'), control?.asks ?? ''].filter((title) => title !== '');
  return titles.find((title) => bare(title) === said);
}
