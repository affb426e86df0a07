import { FACT, type FactList } from './fact-list';

/** A phrase that a document kind declares: prose gives one yes/no fact for it, never its words. */
export interface Phrase {
  readonly name: string;
  readonly pattern: RegExp;
}

/** What an AI policy commits to (clause 5.2), in the languages we ship. */
export const COMMITMENTS: readonly Phrase[] = [
  {
    name: 'commitment-objectives',
    pattern: /\b(?:objectives?|goals?|Zielen?|Ziele|objectifs?|objetivos?|doelstellingen)\b|目標/i,
  },
  {
    name: 'commitment-requirements',
    pattern:
      /\b(?:(?:applicable|legal|regulatory|contractual|relevant|statutory)[\w\s,/]{0,40}(?:requirements?|obligations?|laws?|duties)|(?:comply|meet|satisfy|follow|keep to)[\w\s,]{0,40}(?:requirements?|laws?|obligations?|regulations?|duties)|Anforderungen|exigences|requisitos|eisen)\b|要求事項/i,
  },
  {
    name: 'commitment-improvement',
    pattern:
      /\b(?:continual(?:ly)?|continuous(?:ly)?|keep|constantly)\s+improv\w*|\bimprov\w*[\w\s,]{0,40}\b(?:continual(?:ly)?|continuous(?:ly)?|over time)\b|\b(?:fortlaufend\w*|kontinuierlich\w*|ständig\w*)\s+(?:zu\s+)?[Vv]erbesser\w*|amélioration continue|mejora continua|continue verbetering|継続的改善/i,
  },
];

/** A scope that names no system one by one may point to the inventory. */
export const INVENTORY_AS_LIST: readonly Phrase[] = [
  { name: 'inventory-as-list', pattern: /\b(?:inventory|register|Inventar|Verzeichnis|inventaire|inventario)\b/i },
];

/** Adds a fact for each phrase that the words hold. */
export function addPhrases(list: FactList, phrases: readonly Phrase[], words: string, end: number): void {
  phrases.forEach(({ name, pattern }) => {
    if (pattern.test(words)) list.add(-1, FACT.phrase, name, [0, 0, 0, end]);
  });
}
