/** A date read from what a person wrote. */
export interface ReadDate {
  /** ISO date, or empty where it could not be read. */
  readonly iso: string;
  readonly problem: 'invalid' | 'ambiguous' | undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  januar: 1,
  februar: 2,
  marz: 3,
  maerz: 3,
  april: 4,
  mai: 5,
  juni: 6,
  juli: 7,
  august: 8,
  september: 9,
  oktober: 10,
  november: 11,
  dezember: 12,
  janvier: 1,
  fevrier: 2,
  mars: 3,
  avril: 4,
  juin: 6,
  juillet: 7,
  aout: 8,
  septembre: 9,
  octobre: 10,
  novembre: 11,
  decembre: 12,
  enero: 1,
  febrero: 2,
  marzo: 3,
  abril: 4,
  mayo: 5,
  junio: 6,
  julio: 7,
  agosto: 8,
  septiembre: 9,
  octubre: 10,
  noviembre: 11,
  diciembre: 12,
  januari: 1,
  februari: 2,
  maart: 3,
  mei: 5,
  augustus: 8,
};

/** Reads a date in the forms of the format page. A month or quarter means its last day. */
export function readDate(written: string): ReadDate {
  // Nearly all of them: every month has these days.
  if (/^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/.test(written)) return { iso: written, problem: undefined };
  const text = written.trim().replace(/\s+/g, ' ');
  let match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (match) return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (match) return dateOf(Number(match[3]), Number(match[2]), Number(match[1]));
  match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (match) return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (match) {
    const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (first > 12) return dateOf(year, second, first);
    if (second > 12) return dateOf(year, first, second);
    return first === second ? dateOf(year, first, second) : { iso: '', problem: 'ambiguous' };
  }
  match = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (match) return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{4})-(\d{2})$/.exec(text);
  if (match) return lastDay(Number(match[1]), Number(match[2]));
  match = /^Q([1-4])[ /-]?(\d{4})$/i.exec(text) ?? /^(\d{4})[ /-]?Q([1-4])$/i.exec(text);
  if (match) {
    const [quarter, year] = /^Q/i.test(text) ? [match[1], match[2]] : [match[2], match[1]];
    return lastDay(Number(year), Number(quarter) * 3);
  }
  match = /^(\d{1,2})(?:st|nd|rd|th|\.)? ?(?:de )?(\p{L}+)\.?,? (?:de )?(\d{4})$/u.exec(text);
  if (match) return dateOf(Number(match[3]), monthNumber(match[2] ?? ''), Number(match[1]));
  match = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text);
  if (match) return dateOf(Number(match[3]), monthNumber(match[1] ?? ''), Number(match[2]));
  match = /^(\p{L}+)\.? (\d{4})$/u.exec(text);
  if (match) return lastDay(Number(match[2]), monthNumber(match[1] ?? ''));
  return { iso: '', problem: 'invalid' };
}

function monthNumber(name: string): number {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return OTHER_MONTHS[plain] ?? MONTHS.indexOf(plain.slice(0, 3)) + 1;
}

function dateOf(year: number, month: number, day: number): ReadDate {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? { iso: isoOf(date), problem: undefined } : { iso: '', problem: 'invalid' };
}

function lastDay(year: number, month: number): ReadDate {
  if (month < 1 || month > 12) return { iso: '', problem: 'invalid' };
  return { iso: isoOf(new Date(Date.UTC(year, month, 0))), problem: undefined };
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** An ISO date plus an ISO 8601 period such as `P12M`, `P1Y`, `P30D`, `P2W`. A month's end stays a month's end. */
export function addPeriod(iso: string, period: string, sign: 1 | -1 = 1): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  if (!match || iso === '') return iso;
  const [, years = '0', months = '0', weeks = '0', days = '0'] = match;
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const total = year * 12 + month - 1 + sign * (Number(years) * 12 + Number(months));
  const [newYear, newMonth] = [Math.floor(total / 12), total % 12];
  const last = new Date(Date.UTC(newYear, newMonth + 1, 0)).getUTCDate();
  const date = new Date(Date.UTC(newYear, newMonth, Math.min(day, last)));
  date.setUTCDate(date.getUTCDate() + sign * (Number(weeks) * 7 + Number(days)));
  return isoOf(date);
}

/** True where a text is a period that `addPeriod` understands. */
export function isPeriod(text: string): boolean {
  return /^P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?$/.test(text);
}

/** Whole days from one ISO date to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
