import { door } from '#main/api/door.ts';
import { understand as readSentence } from '#main/planner/understand.ts';

export const understand = {
  read: door.understand.read.handler(({ input, context: { engine } }) => {
    const { text, now = engine.journal.now(), timeZone = engine.timeZone } = input;
    return readSentence({ text, now, timeZone, locale: engine.locale });
  }),
};
