import translations from 'gen/l10n';

/** Words that fill a justification without saying anything about the organisation that wrote it, in one language. */
export interface StockPhrases {
  /** Whole values that give no reason. */
  readonly whole: readonly string[];
  /** Whole values that give no reason either, unless the row names the risk, law or contract they speak of. */
  readonly unlessNamed: readonly string[];
  /** Beginnings after which the reason itself follows: only what comes after them is judged. */
  readonly leads: readonly string[];
}

/** Stock phrases by language, from `l10n/stock-phrases.yaml`. Only a value that is nothing else counts; a short reason is one. */
export const STOCK_PHRASES = translations['stock-phrases.yaml'] as Readonly<Record<string, StockPhrases>>;
