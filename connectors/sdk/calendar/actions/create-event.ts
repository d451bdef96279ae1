import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AddressSchema } from '#connectors/sdk/address.ts';
import { optional, takesTime, whenSound } from '#connectors/sdk/calendar/action-parts.ts';
import { CALENDAR_FILE, readCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { readLines } from '#connectors/sdk/calendar/content-line.ts';
import { blockOf, tellLines } from '#connectors/sdk/calendar/edit-event.ts';
import {
  type CalendarEvent,
  EventSchema,
  LocalWhenSchema,
  sayOnWhen,
  sayTitle,
  sayWhen,
} from '#connectors/sdk/calendar/event.ts';
import { blocksOf } from '#connectors/sdk/calendar/event-group.ts';
import { type FormerState, formerState } from '#connectors/sdk/calendar/former-state.ts';
import { changeGroup, findChange, undoChange } from '#connectors/sdk/calendar/group-change.ts';
import { newEventLines } from '#connectors/sdk/calendar/new-event-lines.ts';
import { uidFor } from '#connectors/sdk/calendar/own-event.ts';
import { lookAtTime } from '#connectors/sdk/calendar/taken-time.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { misfit } from '#connectors/sdk/failures.ts';
import { isLocalDate, momentOf, wallOf, wallText } from '#connectors/sdk/local-time.ts';
import { lineOf, nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { RecurrenceSchema } from '#connectors/sdk/recurrence-schema.ts';
import { t } from '#contract/language/t.ts';
import { type TimeZone, TimeZoneSchema } from '#contract/model/instant.ts';
import { succeed } from '#contract/model/result.ts';
import type { Stretch } from '#contract/model/stretch.ts';

const MOST_INVITED = 50;

const CreateSchema = z
  .strictObject({
    title: nonEmptyLineOf(500),
    startsAt: LocalWhenSchema,
    /** Exclusive. */
    endsAt: optional(LocalWhenSchema),
    timeZone: TimeZoneSchema,
    location: optional(lineOf(500)),
    notes: optional(textOf(20_000)),
    rrule: optional(RecurrenceSchema),
    /** Which of several calendars it goes to, as the person calls it. */
    calendar: optional(lineOf(200)),
    invite: optional(z.array(AddressSchema).max(MOST_INVITED, t`Invite ${MOST_INVITED} at most.`)),
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || isLocalDate(endsAt) === isLocalDate(startsAt), {
    ...whenSound,
    path: ['endsAt'],
    error: t`Give both a time of day, or neither.`,
  })
  .refine(({ startsAt, endsAt, timeZone }) => endsAt === null || isLater(endsAt, startsAt, timeZone), {
    ...whenSound,
    path: ['endsAt'],
    error: t`It has to end after it starts.`,
  })
  .refine(({ startsAt, rrule }) => !isLocalDate(startsAt) || !/HOURLY|BYHOUR|BYMINUTE/.test(rrule ?? ''), {
    ...whenSound,
    path: ['rrule'],
    error: t`A whole day can’t repeat within a day.`,
  });
type NewEvent = z.output<typeof CreateSchema>;

/** What becomes of an invitation: `sends` when the calendar's own service tells everybody. */
export type Invitation = {
  readonly organizer: string | null;
  readonly sends: boolean;
  readonly audience: 'known' | 'stranger';
};

/** The time that it would take up, and the way back; the calendar that it goes to, where there are several. */
type Before = {
  readonly takes: readonly Stretch[];
  readonly former: FormerState;
  readonly calendar: string | null;
  readonly invitation: Invitation | null;
};

export const createEvent = defineAction({
  name: 'calendar.create-event',
  title: t`Put an event in the calendar`,
  input: CreateSchema,
  output: z.object({ event: EventSchema }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: {
    title: t`What`,
    startsAt: t`Starts`,
    endsAt: t`Ends`,
    location: t`Where`,
    notes: t`Notes`,
    rrule: t`Repeats`,
    calendar: t`Calendar`,
    invite: t`Invited`,
  },
  effect({ title, invite }, { takes, invitation }: Before) {
    const effect = takesTime(title, null, takes);
    if (!invitation?.sends) return effect;
    return { ...effect, audience: invitation.audience, recipients: [...(invite ?? [])] };
  },
  atAnotherTime({ startsAt, endsAt, timeZone }, from) {
    const starts = Temporal.Instant.from(from);
    const ends = endsAt && starts.add(momentOf(startsAt, timeZone).until(momentOf(endsAt, timeZone)));
    const wall = (moment: Temporal.Instant) => wallText(wallOf(moment, timeZone));
    return { '/startsAt': wall(starts), ...(ends && { '/endsAt': wall(ends) }) };
  },
  describe(input, { calendar, invitation }, view) {
    const event = eventFrom(input, '');
    return {
      title: t`Put ${sayTitle(event.title)} in your calendar ${sayOnWhen(event, view)}`,
      differences: [
        { label: t`When`, before: null, after: sayWhen(event, view) },
        ...(event.location === null ? [] : [{ label: t`Where`, before: null, after: event.location }]),
        ...(event.notes === null ? [] : [{ label: t`Notes`, before: null, after: event.notes }]),
        ...(calendar === null ? [] : [{ label: t`Calendar`, before: null, after: calendar }]),
        ...(input.invite?.length ? [{ label: t`Invited`, before: null, after: input.invite.join(', ') }] : []),
        ...(invitation === null ? [] : [{ label: t`Invitation`, before: null, after: sayInvitation(invitation) }]),
      ],
      undo: invitation?.sends
        ? t`Undo takes it out of your calendar again, and your calendar service calls it off for those who were invited.`
        : t`Undo takes it out of your calendar again, as long as it hasn’t been changed.`,
    };
  },
  report: ({ event }, view) => ({
    says: t`${sayTitle(event.title)} is in your calendar: ${sayWhen(event, view)}.`,
    lines: [],
  }),
  async look(input, { folder, view }) {
    if (input.calendar !== null) return misfit(t`There is one calendar on this computer, so no other can be chosen.`);
    const calendar = await readCalendar(folder);
    if (!calendar.ok) return calendar;
    const scene = { calendar: calendar.value, now: view.now, reader: view.timeZone };
    const event = eventFrom(input, '');
    const written = blockOf(newEventLines(event, view.now), calendar.value);
    const { takes, taken } = lookAtTime(event, [written], event.rrule !== null, scene);
    // The consent is to this event, whatever else comes into the calendar meanwhile.
    const invitation: Invitation | null = input.invite?.length ? notSent : null;
    const before = { takes, former: formerState(calendar.value, []), calendar: null, invitation };
    return succeed({ before, version: '', taken });
  },
  run: (input, { folder, key, mode, view, before }) =>
    folder.exclusively(async () => {
      const read = await readCalendar(folder);
      if (!read.ok) return read;
      const calendar = read.value;
      const scene = { calendar, now: view.now, reader: view.timeZone };
      const [standing] = blocksOf(calendar, uidFor(key));
      if (standing !== undefined) return succeed({ event: tellLines(readLines(standing.text), scene) });
      const invited = input.invite ?? [];
      const guests = invited.length === 0 ? null : { organizer: before.invitation?.organizer ?? null, invited };
      const lines = newEventLines(eventFrom(input, uidFor(key)), view.now, guests);
      if (mode === 'execute') {
        const change = { replace: new Map(), add: lines, zone: isLocalDate(input.startsAt) ? null : input.timeZone };
        await folder.write(CALENDAR_FILE, changeGroup(calendar, [], change, key));
      }
      return succeed({ event: tellLines(lines, scene) });
    }),
  async findEarlier(_input, { folder, key, view }) {
    const read = await readCalendar(folder);
    if (!read.ok) return read;
    const [standing] = blocksOf(read.value, uidFor(key));
    if (standing === undefined) return succeed(null);
    const scene = { calendar: read.value, now: view.now, reader: view.timeZone };
    return succeed({ event: tellLines(readLines(standing.text), scene) });
  },
  async readBack({ event }, { folder, key }) {
    const calendar = await readCalendar(folder);
    if (!calendar.ok) return calendar;
    return succeed(findChange(calendar.value, { uid: event.uid, key, removes: false }) === 'as-left');
  },
  undo: ({ event }, context) =>
    undoChange(
      context,
      { uid: event.uid, key: context.key, removes: false },
      context.before.former,
      sayTitle(event.title),
    ),
});

/** Nobody sends it: what stands here is a file, or a service that does not do that. */
export const notSent: Invitation = { organizer: null, sends: false, audience: 'known' };

const sayInvitation = ({ sends }: Invitation): string =>
  sends
    ? t`Your calendar service sends it to everybody who is invited.`
    : t`None is sent. They stand in the event; tell them yourself.`;

/** The event that is meant: without an end it lasts an hour, or the whole day. */
function eventFrom(input: NewEvent, uid: string): CalendarEvent {
  const allDay = isLocalDate(input.startsAt);
  return {
    uid,
    title: input.title,
    startsAt: input.startsAt,
    endsAt: input.endsAt ?? usualEnd(input.startsAt, input.timeZone),
    allDay,
    timeZone: input.timeZone,
    location: input.location || null,
    notes: input.notes?.trim() ? input.notes : null,
    rrule: input.rrule,
  };
}

function usualEnd(startsAt: string, timeZone: TimeZone): string {
  if (isLocalDate(startsAt)) return Temporal.PlainDate.from(startsAt).add({ days: 1 }).toString();
  const end = wallOf(momentOf(startsAt, timeZone).add({ hours: 1 }), timeZone);
  // When the clocks go back, the same wall time comes again an hour later, and would be no end.
  return wallText(isLater(end, startsAt, timeZone) ? end : end.add({ hours: 1 }));
}

const isLater = (wall: Temporal.PlainDateTime | string, than: string, timeZone: TimeZone): boolean =>
  Temporal.Instant.compare(momentOf(wall, timeZone), momentOf(than, timeZone)) > 0;
