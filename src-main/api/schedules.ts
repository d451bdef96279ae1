import { listSchedules } from '#db/repositories/schedules.ts';
import { door } from '#main/api/door.ts';

export const schedules = {
  list: door.schedules.list.handler(({ context: { engine } }) => ({ items: listSchedules(engine.journal.orm) })),
};
