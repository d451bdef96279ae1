import { listMemoryItems } from '#db/repositories/memory-items.ts';
import { door } from '#main/api/door.ts';
import { peopleToWriteTo } from '#main/planner/people-to-write-to.ts';
import { understand as readSentence } from '#main/planner/understand.ts';

export const understand = {
  read: door.understand.read.handler(async ({ input, context: { engine } }) => {
    const { text, now = engine.journal.now(), timeZone = engine.timeZone } = input;
    // Somebody who was added a moment ago is known by name while one types, too.
    await engine.tools.people.refresh();
    const people = peopleToWriteTo(listMemoryItems(engine.journal.orm, 'known'), engine.tools.people.contacts());
    return readSentence({ text, now, timeZone, locale: engine.locale, people });
  }),
};
