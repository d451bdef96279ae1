import { expect, test } from 'vitest';
import { recurrenceWords } from '#renderer/words/recurrence.ts';

test.each([
  ['FREQ=MONTHLY;BYMONTHDAY=1', 'Every month on the 1st'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'Every month on the 1st and 15th'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday'],
  ['FREQ=WEEKLY;BYDAY=MO', 'Every Monday'],
  ['FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH;COUNT=4', 'Every Monday and Thursday (4 times)'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR', 'Every 2 weeks on weekdays'],
  ['FREQ=WEEKLY;BYDAY=SA;BYMONTH=5', 'Every week on Saturday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'Every 2 weeks on Thursday'],
  ['FREQ=MONTHLY;BYDAY=1MO', 'Every month on the first Monday'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'Every month on the last Friday'],
  ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=22', 'Every year on the 22nd of March'],
  ['FREQ=DAILY;COUNT=3', 'Every day (3 times)'],
  ['FREQ=DAILY', 'Every day'],
  ['something else', 'Repeats'],
])('%s reads “%s”', (rule, words) => {
  expect(recurrenceWords(rule)).toBe(words);
});
