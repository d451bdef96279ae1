import type { Surroundings } from '#connectors/sdk/action.ts';
import { EventSchema } from '#connectors/sdk/calendar/event.ts';
import type { ActionTrial, Given } from '#connectors/sdk/connector.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

const timeZone = 'Europe/Lisbon';
const dentist = { title: 'Dentist', startsAt: '2026-11-26T15:00:00', timeZone };
const standup = {
  title: 'Standup',
  startsAt: '2026-11-23T09:00:00',
  endsAt: '2026-11-23T09:15:00',
  timeZone,
  location: 'Room 2; first floor',
  rrule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
};
const holiday = { title: 'Holiday', startsAt: '2026-12-07', endsAt: '2026-12-12', timeZone };

export const uidOf = (output: Json): string =>
  EventSchema.parse(output !== null && typeof output === 'object' && 'event' in output ? output.event : null).uid;

const create = async (provider: string, given: Given, input: object): Promise<string> =>
  uidOf(await given.run(`${provider}.create-event`, input));

/** What every calendar is tried with. `retitle`: another program writes the person's own words into the event. */
export const calendarTrials = (
  provider: string,
  retitle: (world: Surroundings, output: Json) => Promise<void>,
): readonly ActionTrial[] => [
  { action: `${provider}.create-event`, called: 'at a time', input: () => dentist, disturb: retitle },
  {
    action: `${provider}.create-event`,
    called: 'a series, beside another event at the same time',
    async input({ run }) {
      await run(`${provider}.create-event`, { ...dentist, startsAt: '2026-11-23T09:00:00', title: 'ערב טוב' });
      return { ...standup, notes: 'Bring:\n- news, good or bad\n- coffee \\ tea' };
    },
    disturb: retitle,
  },
  { action: `${provider}.create-event`, called: 'whole days', input: () => holiday, disturb: retitle },
  {
    action: `${provider}.create-event`,
    called: 'in another zone, every month until a day',
    input: () => ({
      ...dentist,
      startsAt: '2026-12-01T09:00:00',
      timeZone: 'Asia/Tokyo',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20270601',
    }),
    disturb: retitle,
  },
  {
    action: `${provider}.find-event`,
    async input({ run }) {
      await run(`${provider}.create-event`, dentist);
      await run(`${provider}.create-event`, { ...dentist, startsAt: '2026-12-26T15:00:00' });
      return { query: 'my dentist appointment', timeZone };
    },
  },
  {
    action: `${provider}.find-event`,
    called: 'in a series, within a stretch of time',
    async input({ run }) {
      await run(`${provider}.create-event`, standup);
      return { query: 'standup', from: '2026-11-27T00:00:00', to: '2026-11-28T00:00:00', timeZone };
    },
  },
  {
    action: `${provider}.find-event`,
    called: 'that is over',
    async input({ run }) {
      await run(`${provider}.create-event`, { ...dentist, startsAt: '2026-11-20T15:00:00' });
      return { query: 'dentist', timeZone };
    },
  },
  {
    action: `${provider}.list-events`,
    async input({ run }) {
      await run(`${provider}.create-event`, dentist);
      await run(`${provider}.create-event`, standup);
      await run(`${provider}.create-event`, holiday);
      return { from: '2026-11-23T00:00:00', to: '2026-12-14T00:00:00', timeZone };
    },
  },
  {
    action: `${provider}.list-events`,
    called: 'when there is nothing',
    input: () => ({ from: '2026-11-26T09:00:00', to: '2026-11-26T17:00:00', timeZone, query: 'dentist' }),
  },
  {
    action: `${provider}.find-free-time`,
    async input({ run }) {
      await run(`${provider}.create-event`, dentist);
      await run(`${provider}.create-event`, { title: 'Birthday', startsAt: '2026-11-26', timeZone });
      return { from: '2026-11-26T00:00:00', to: '2026-11-27T00:00:00', timeZone, minutes: 90 };
    },
  },
  {
    action: `${provider}.find-free-time`,
    called: 'when there is none',
    input: () => ({ from: '2026-11-26T20:30:00', to: '2026-11-26T23:00:00', timeZone, minutes: 30 }),
  },
  {
    action: `${provider}.move-event`,
    called: 'to another day and time',
    input: async (given) => ({
      uid: await create(provider, given, dentist),
      date: '2026-11-27',
      time: '10:30:00',
      timeZone,
    }),
    disturb: retitle,
  },
  {
    action: `${provider}.move-event`,
    called: 'an hour later, onto another event',
    async input(given) {
      await create(provider, given, { ...dentist, title: 'Lunch', startsAt: '2026-11-26T16:30:00' });
      return { uid: await create(provider, given, dentist), byMinutes: 60, timeZone };
    },
    disturb: retitle,
  },
  {
    action: `${provider}.move-event`,
    called: 'one of a series',
    input: async (given) => ({
      uid: await create(provider, given, standup),
      occurrence: '2026-11-25T09:00:00',
      date: '2026-11-26',
      timeZone,
    }),
    disturb: retitle,
  },
  {
    action: `${provider}.move-event`,
    called: 'a whole series',
    input: async (given) => ({ uid: await create(provider, given, standup), time: '11:00:00', timeZone }),
    disturb: retitle,
  },
  {
    action: `${provider}.move-event`,
    called: 'a whole day, to a time of day in a zone that is new to the file',
    input: async (given) => ({
      uid: await create(provider, given, { title: 'Dentist', startsAt: '2026-11-26', timeZone }),
      time: '15:00:00',
      timeZone: 'Asia/Tokyo',
    }),
    disturb: retitle,
  },
  {
    action: `${provider}.change-event`,
    called: 'its title, place, notes and length',
    input: async (given) => ({
      uid: await create(provider, given, dentist),
      title: 'Dentist, Dr Sousa',
      location: 'High Street 5',
      notes: 'Bring the X-rays.',
      minutes: 30,
    }),
    disturb: retitle,
  },
  {
    action: `${provider}.change-event`,
    called: 'one of a series, which loses its place',
    input: async (given) => ({
      uid: await create(provider, given, standup),
      occurrence: '2026-11-27T09:00:00',
      location: '',
    }),
    disturb: retitle,
  },
  {
    action: `${provider}.change-event`,
    called: 'a whole series',
    input: async (given) => ({ uid: await create(provider, given, standup), title: 'Daily' }),
    disturb: retitle,
  },
  {
    action: `${provider}.delete-event`,
    input: async (given) => ({ uid: await create(provider, given, dentist) }),
  },
  {
    action: `${provider}.delete-event`,
    called: 'one of a series',
    input: async (given) => ({ uid: await create(provider, given, standup), occurrence: '2026-11-27T09:00:00' }),
    disturb: retitle,
  },
  {
    action: `${provider}.delete-event`,
    called: 'a whole series of which one was moved',
    async input(given) {
      const uid = await create(provider, given, standup);
      await create(provider, given, dentist);
      await given.run(`${provider}.move-event`, {
        uid,
        occurrence: '2026-11-25T09:00:00',
        date: '2026-11-26',
        timeZone,
      });
      return { uid };
    },
  },
];
