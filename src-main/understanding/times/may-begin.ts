import { readMonth, readUnit, readWeekday } from '#main/understanding/times/calendar-words.ts';
import { holidayBegins } from '#main/understanding/times/holidays.ts';
import { readOrdinal, readWhole } from '#main/understanding/times/numbers.ts';
import type { Words } from '#main/understanding/times/words.ts';

const BEGINS = new Set(
  `a about after afternoon afternoons ahead all alternate am an and annual annually any approximately around as
  asap at autumn before beginning between bi biannually biennially bimonthly biweekly breakfast business by
  calendar century circa close cob coming commencing couple current cy daily day daytime dinner dinnertime
  during each earlier early effective eighties either end ending eod eom eow eoy evening evenings every everyday
  exactly fall few fewer fifties first following for forenoon forties fortnightly friday from greater h half
  hourly immediately in just last lasting late later less lunch lunchtime mid midday middle midnight month
  monthly more morning mornings nearly next night nightly nights nighttime nineties no noon noonish noontime not
  now office old on once one or over past per pm previous prior q quarter quarterly remainder rest right same
  semi semiannual semiannually seventies several since sixties some sooner spring start starting summer the these
  thirties this three through til till tmr tmrw to today today's tommorow tommorrow tomorow tomorrow tonight
  tonight's tonite twenties twice two until up upcoming w week weekdays weekend weekends weekly what winter
  within workdays working year yearly yesterday`
    .split(/\s+/)
    .filter(Boolean),
);
const MARKS = new Set(['@', '>', '<']);

/** Whether a time can begin at a word: most words are passed over by this alone. */
export function mayBegin(words: Words, at: number): boolean {
  const text = words[at]?.text ?? '';
  if (/^\d/.test(text) || MARKS.has(text) || BEGINS.has(text) || holidayBegins(text)) return true;
  return (
    readWeekday(words, at) !== null ||
    readMonth(words, at) !== null ||
    readUnit(words, at) !== null ||
    readWhole(words, at) !== null ||
    readOrdinal(words, at) !== null
  );
}
