import { readCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { readEvents } from '#connectors/sdk/calendar/event-group.ts';
import type { OwnTexts } from '#connectors/sdk/own-text.ts';

/** Every event of the calendar file with what it says, a series once. */
export const eventTexts: OwnTexts = async ({ folder, view }) => {
  const calendar = await readCalendar(folder);
  if (!calendar.ok) return [];
  return readEvents(calendar.value, view.timeZone).groups.flatMap(({ uid, masters, overrides }) => {
    const entry = masters[0] ?? overrides[0];
    if (entry === undefined || uid === '') return [];
    const { title, location, notes } = entry.stored;
    const at = new Date(entry.own.from.epochMilliseconds).toISOString();
    const words = [title, location ?? '', notes ?? ''].join('\n').trim();
    return [{ what: 'event', id: uid, title: title.trim(), words, at } as const];
  });
};
