import { withEventMeta } from '@orpc/server';
import { door } from '#main/api/door.ts';
import { liveEvents } from '#main/events/live-events.ts';
import { readHistory } from '#main/events/read-history.ts';
import { verifyLogInTurns } from '#main/events/verify-log.ts';

export const events = {
  live: door.events.live.handler(async function* ({ context: { engine, stands }, lastEventId, signal }) {
    const after = lastEventId === undefined ? undefined : Number.parseInt(lastEventId, 10);
    const from = after === undefined || Number.isNaN(after) ? undefined : after;
    for await (const event of liveEvents(engine.journal, from, signal)) {
      if (!stands()) return;
      yield withEventMeta(event, { id: String(event.seq) });
    }
  }),
  history: door.events.history.handler(({ input, context: { engine } }) => readHistory(engine.journal.orm, input)),
  verify: door.events.verify.handler(({ context: { engine } }) => verifyLogInTurns(engine.journal.orm)),
};
