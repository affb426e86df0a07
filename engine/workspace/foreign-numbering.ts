/** How many controls each theme of ISO/IEC 27001:2022, Annex A has: `A.5.1` to `A.5.37` and so on. Numbers are facts. */
const THEMES_2022: Readonly<Record<string, number>> = { '5': 37, '6': 8, '7': 14, '8': 34 };

/** How many controls each objective of ISO/IEC 27001:2013, Annex A has: `A.12.4.1` to `A.12.4.4` and so on. */
const OBJECTIVES_2013: Readonly<Record<string, number>> = {
  '5.1': 2,
  '6.1': 5,
  '6.2': 2,
  '7.1': 2,
  '7.2': 3,
  '7.3': 1,
  '8.1': 4,
  '8.2': 3,
  '8.3': 3,
  '9.1': 2,
  '9.2': 6,
  '9.3': 1,
  '9.4': 5,
  '10.1': 2,
  '11.1': 6,
  '11.2': 9,
  '12.1': 4,
  '12.2': 1,
  '12.3': 1,
  '12.4': 4,
  '12.5': 1,
  '12.6': 2,
  '12.7': 1,
  '13.1': 3,
  '13.2': 4,
  '14.1': 3,
  '14.2': 9,
  '14.3': 1,
  '15.1': 3,
  '15.2': 2,
  '16.1': 7,
  '17.1': 3,
  '17.2': 1,
  '18.1': 5,
  '18.2': 3,
};

/** The edition of ISO/IEC 27001 whose Annex A has a control with this id; undefined where none has. */
export function isoSecurityEdition(id: string): '2022' | '2013' | undefined {
  const [, theme = '', rest = '', third] = /^A\.(\d+)\.(\d+)(?:\.(\d+))?$/.exec(id) ?? [];
  if (theme === '') return undefined;
  if (third === undefined) return within(THEMES_2022[theme], rest) ? '2022' : undefined;
  return within(OBJECTIVES_2013[`${theme}.${rest}`], third) ? '2013' : undefined;
}

function within(last: number | undefined, number: string): boolean {
  return last !== undefined && Number(number) >= 1 && Number(number) <= last;
}
