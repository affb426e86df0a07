const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:bi-?weekly|fortnightly)\b/, 'P2W'],
  [
    /\b(?:semi-?annual(?:ly)?|half-?yearly|bi-?annual(?:ly)?|twice a year|halbjährlich|semestriel(?:le)?|semestral|halfjaarlijks)\b/,
    'P6M',
  ],
  [/\b(?:biennial(?:ly)?|every two years|every other year|alle zwei jahre)\b/, 'P24M'],
  [/\b(?:daily|täglich|quotidien(?:ne)?|diario|dagelijks)\b/, 'P1D'],
  [/\b(?:weekly|wöchentlich|hebdomadaire|semanal|wekelijks)\b/, 'P1W'],
  [/\b(?:monthly|every month|monatlich|mensuel(?:le)?|mensual|maandelijks)\b/, 'P1M'],
  [/\b(?:quarterly|every quarter|vierteljährlich|quartalsweise|trimestriel(?:le)?|trimestral|per kwartaal)\b/, 'P3M'],
  [
    /\b(?:annual(?:ly)?|yearly|every year|once a year|at least once a year|jährlich|annuel(?:le)?|anual|jaarlijks|per year)\b/,
    'P12M',
  ],
];

/** The period behind words such as `quarterly`, `every 6 months` or `P12M`; empty where they name none. */
export function readPeriod(written: string): string {
  const text = written.trim().toLowerCase();
  const iso = /^p(?=\d)(?:\d+y)?(?:\d+m)?(?:\d+w)?(?:\d+d)?$/.exec(text);
  if (iso) return text.toUpperCase();
  const count = /\b(\d{1,3})\s*[- ]?(day|week|month|year|tage?|wochen?|monate?|jahre?|mois|ans?)/.exec(text);
  if (count) return `P${count[1]}${unit(count[2] ?? '')}`;
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}

function unit(word: string): string {
  if (/^(?:day|tag)/.test(word)) return 'D';
  if (/^wo?[ec]/.test(word)) return 'W';
  if (/^mo/.test(word)) return 'M';
  return 'Y';
}
