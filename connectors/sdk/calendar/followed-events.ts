import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Calendar, parseCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { type EventGroup, type Events, readEvents } from '#connectors/sdk/calendar/event-group.ts';

/** Calendars that others give out and that are only read: whatever is in them others wrote. */
async function followedCalendars({ followed }: Pick<Surroundings, 'followed'>): Promise<readonly Calendar[]> {
  const texts = (await followed?.()) ?? [];
  return texts.map((text) => parseCalendar(text, 'calendar')).flatMap((read) => (read.ok ? [read.value] : []));
}

/** The person's own events, with those of the calendars that they follow beside them. */
export async function withFollowed(own: Calendar, where: Pick<Surroundings, 'followed' | 'view'>): Promise<Events> {
  const { timeZone } = where.view;
  const all = [own, ...(await followedCalendars(where))].map((calendar) => readEvents(calendar, timeZone));
  return {
    groups: all.flatMap(({ groups }): readonly EventGroup[] => groups),
    unread: all.reduce((sum, { unread }) => sum + unread, 0),
  };
}

/** Whether an event is one that is only followed, so that nothing of it can be changed. */
export async function isFollowed(uid: string, where: Pick<Surroundings, 'followed' | 'view'>): Promise<boolean> {
  const calendars = await followedCalendars(where);
  return calendars.some((calendar) =>
    readEvents(calendar, where.view.timeZone).groups.some((group) => group.uid === uid),
  );
}
