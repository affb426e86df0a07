import type { Row } from '../kinds/record';
import { filledText, isFilled, valueOf } from './names';
import type { WorkspaceView } from './workspace-view';

const MARKS = /[*_`]/g;
/** Words that end where no letter follows; accented letters are letters. */
const word = (words: string): string => `(?:${words})(?![\\p{L}\\p{N}])`;
const MET = new RegExp(
  `^(?:✅|✔|🟢|達成(?!でき|され[なず])|${word(
    'yes|ja|oui|sí|si|(?:target |fully |ziel )?(?:met|achieved|reached|fulfilled|erreicht|erfüllt|eingehalten)|atteinte?|alcanzad[oa]|cumplid[oa]|logrado|gehaald|bereikt|behaald',
  )})`,
  'iu',
);
/** As the first words: then nothing but a mark, a number or a word like "by" follows. */
const MISSED_FIRST = new RegExp(
  `^(?:❌|✗|✘|🔴|未達|(?:no|nein|non|nee|いいえ)[.!]?$|(?:missed|failed|unmet|verfehlt|manquée?|incumplid[oa]|gemist)(?:$|[.:;,!(–—-]|\\s+(?:[(–—-]|\\d|${word(
    'by|in|on|with|again|narrowly|the|our|its|mit|um|im|de|avec|con|met|op',
  )})))`,
  'iu',
);
const MISSED = new RegExp(
  `(?<![\\p{L}\\p{N}])${word(
    'not (?:fully |been )?(?:met|achieved|reached|fulfilled)|(?:target|objective|goal) (?:was )?missed|missed (?:the|our|its) (?:target|objective|goal)|nicht (?:ganz )?(?:erreicht|erfüllt|eingehalten)|ziel verfehlt|(?:non|pas) (?:atteinte?|réalisée?)|no (?:se ha )?(?:alcanzad[oa]|cumplid[oa]|logrado)|niet (?:gehaald|bereikt|behaald)',
  )}|未達|達成でき(?:ず|な)|達成され[なず]`,
  'iu',
);
const STILL_OPEN = new RegExp(
  `(?<![\\p{L}\\p{N}])${word('yet|so far|noch|bisher|encore|aún|todavía|nog|tot nu toe')}`,
  'iu',
);

/** What a result says of an objective: met, missed, or neither in so many words. */
export function verdictOf(objective: Row): 'met' | 'missed' | '' {
  const text = filledText(objective, 'result').replace(MARKS, '').trim();
  if (text === '') return '';
  if (MISSED_FIRST.test(text)) return 'missed';
  if (MET.test(text)) return 'met';
  return MISSED.test(text) && !STILL_OPEN.test(text) ? 'missed' : '';
}

/** True until an objective has its result. A value on the way, before the day it is due, is none. */
export function isOpenObjective(view: WorkspaceView, objective: Row): boolean {
  if (!isFilled(objective, 'result')) return true;
  return valueOf(objective, 'due') >= view.today && verdictOf(objective) === '';
}
