import type { FieldValue } from '../kinds/record';

/** The first day that a date as written can mean: a month or a quarter is read as its last day. */
export function earliestDay(field: Pick<FieldValue, 'text' | 'value'>): string {
  const { text, value } = field;
  if (value === '') return '';
  const written = text.trim();
  if (/^(?:Q[1-4][ /-]?\d{4}|\d{4}[ /-]?Q[1-4])$/i.test(written)) {
    const month = Number(value.slice(5, 7)) - 2;
    return `${value.slice(0, 5)}${String(month).padStart(2, '0')}-01`;
  }
  if (/^\d{4}-\d{2}$/.test(written) || /^\p{L}+\.? \d{4}$/u.test(written)) return `${value.slice(0, 7)}-01`;
  return value;
}
