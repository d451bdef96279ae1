import { afterEach, describe, expect, it } from 'vitest';
import { connector } from '#connectors/calendar/connector.ts';
import { CALENDAR_FILE } from '#connectors/sdk/calendar/calendar-file.ts';
import {
  actionOf,
  answerOf,
  openTrialWorld,
  type TrialWorld,
  takeUp,
  trialView,
} from '#connectors/sdk/trial-world.testsuite.ts';
import type { Effect } from '#contract/model/effect.ts';

const { timeZone } = trialView;
let world: TrialWorld;
afterEach(() => world.close());

/** What an action would take up, and what else takes up time around that. */
async function lookAt(name: string, raw: object, ...events: string[]) {
  world = await openTrialWorld(connector);
  const text = events.map((lines, index) => `BEGIN:VEVENT\nUID:${index}\n${lines}\nEND:VEVENT\n`).join('');
  await world.surroundings.folder.write(CALENDAR_FILE, `BEGIN:VCALENDAR\nVERSION:2.0\n${text}END:VCALENDAR\n`);
  const action = actionOf(connector, `calendar.${name}`);
  const { input, before } = await takeUp(action, raw, world.surroundings);
  const looked = action.look && answerOf(await action.look(input, world.surroundings));
  return {
    effect: action.effect(input, before),
    taken: (looked?.taken ?? []).map(({ title }) => title),
    action,
    input,
  };
}

const startsOf = ({ takesTime }: Effect): string[] => (takesTime?.stretches ?? []).map(({ from }) => from.slice(0, 16));
const create = (input: object, ...events: string[]) =>
  lookAt('create-event', { title: 'It', timeZone, ...input }, ...events);
const timed = (title: string, from: string, to: string) => `SUMMARY:${title}\nDTSTART:${from}Z\nDTEND:${to}Z`;

describe('a new event', () => {
  it('takes up its time, and sees what is near', async () => {
    const { effect, taken } = await create(
      { startsAt: '2026-11-26T15:00:00' },
      timed('Same day', '20261126T080000', '20261126T090000'),
      timed('Six days later', '20261202T080000', '20261202T090000'),
      timed('Two weeks later', '20261210T080000', '20261210T090000'),
      `${timed('Free', '20261126T150000', '20261126T160000')}\nTRANSP:TRANSPARENT`,
    );
    expect(effect.takesTime).toEqual({
      title: 'It',
      item: null,
      stretches: [{ from: '2026-11-26T15:00:00.000Z', until: '2026-11-26T16:00:00.000Z', allDay: false }],
    });
    expect(taken).toEqual(['Same day', 'Six days later']);
  });

  it('that lasts all day leaves the time free, as birthdays do', async () => {
    expect((await create({ startsAt: '2026-11-26' })).effect.takesTime).toBeUndefined();
  });

  it('that repeats takes up its times of the next four weeks, from its first on', async () => {
    const { effect } = await create({ startsAt: '2027-01-05T18:00:00', rrule: 'FREQ=WEEKLY' });
    expect(startsOf(effect)).toEqual(['2027-01-05T18:00', '2027-01-12T18:00', '2027-01-19T18:00', '2027-01-26T18:00']);
  });

  it('can be at another time as long as it was, on the clock of its own zone', async () => {
    const { action, input } = await create({
      startsAt: '2026-11-26T15:00:00',
      endsAt: '2026-11-26T15:45:00',
      timeZone: 'Asia/Tokyo',
    });
    expect(action.atAnotherTime?.(input, '2026-11-26T07:00:00.000Z')).toEqual({
      '/startsAt': '2026-11-26T16:00:00',
      '/endsAt': '2026-11-26T16:45:00',
    });
  });
});

describe('a change of an event', () => {
  const dentist = timed('Dentist', '20261126T150000', '20261126T160000');
  const callAfter = timed('Call', '20261126T160000', '20261126T170000');

  it('takes up the time that it will have, and is in no way of itself', async () => {
    const { effect, taken } = await lookAt('change-event', { uid: '0', minutes: 61 }, dentist, callAfter);
    expect(effect.takesTime).toMatchObject({ title: 'Dentist', stretches: [{ until: '2026-11-26T16:01:00.000Z' }] });
    expect(taken).toEqual(['Call']);
  });

  it('that leaves its time alone takes up none', async () => {
    const { effect, taken } = await lookAt('change-event', { uid: '0', title: 'Dr Sousa' }, dentist, callAfter);
    expect(effect.takesTime).toBeUndefined();
    expect(taken).toEqual([]);
  });

  it('that takes it away takes up none either', async () => {
    expect((await lookAt('delete-event', { uid: '0' }, dentist)).effect.takesTime).toBeUndefined();
  });

  it('moves one that is marked as free without taking up time', async () => {
    const move = { uid: '0', date: '2026-11-27', timeZone };
    expect((await lookAt('move-event', move, `${dentist}\nTRANSP:TRANSPARENT`)).effect.takesTime).toBeUndefined();
  });

  it('of a whole series takes up its next times, not those that are over', async () => {
    const series = `${timed('Choir', '20200102T190000', '20200102T200000')}\nRRULE:FREQ=WEEKLY`;
    const { effect } = await lookAt('move-event', { uid: '0', time: '20:00:00', timeZone }, series);
    expect(startsOf(effect)).toEqual(['2026-11-26T20:00', '2026-12-03T20:00', '2026-12-10T20:00', '2026-12-17T20:00']);
  });

  it('of one time of a series takes up that time alone', async () => {
    const series = `${timed('Choir', '20261126T190000', '20261126T200000')}\nRRULE:FREQ=WEEKLY`;
    const move = { uid: '0', occurrence: '2026-12-03', time: '20:30:00', timeZone };
    expect(startsOf((await lookAt('move-event', move, series)).effect)).toEqual(['2026-12-03T20:30']);
  });
});
