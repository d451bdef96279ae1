import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connector } from '#connectors/reminders/connector.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import {
  actionOf,
  contextOf,
  openTrialWorld,
  outputOf,
  type TrialWorld,
  takeUp,
  trialView,
} from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import type { Report } from '#contract/model/run.ts';

const timeZone = 'Europe/Lisbon';
const call = { message: 'call Ana', startsAt: '2026-11-26T15:00:00', timeZone };
const rent = { message: 'pay the rent', startsAt: '2026-12-01T09:00:00', timeZone, rrule: 'FREQ=MONTHLY;BYMONTHDAY=1' };

let world: TrialWorld;
beforeEach(async () => {
  world = await openTrialWorld(connector);
});
afterEach(() => world.close());

const named = (name: string) => actionOf(connector, `reminders.${name}`);

async function cardOf(name: string, raw: object) {
  const { input, before } = await takeUp(named(name), raw, world.surroundings);
  return named(name).describe(input, before, trialView);
}

async function reportOf(name: string, raw: object): Promise<Report> {
  const { input, before } = await takeUp(named(name), raw, world.surroundings);
  const context = contextOf(world.surroundings, { mode: 'execute', key: `${name}.step`, before });
  return named(name).report(outputOf(named(name), await named(name).run(input, context)), trialView);
}

const set = async (input: object): Promise<string> =>
  ((await world.run('reminders.set', input)) as { reminder: { id: string } }).reminder.id;

describe('setting', () => {
  it('says when, and the message as it will be read', async () => {
    expect(await cardOf('set', call)).toEqual({
      title: 'Remind you on Thursday 26 November, 15:00: “Call Ana”',
      differences: [
        { label: 'Reminder', before: null, after: 'Call Ana' },
        { label: 'When', before: null, after: 'Thursday 26 November, 15:00' },
      ],
      undo: 'Undo takes it off your reminders.',
    });
    expect((await reportOf('set', call)).says).toBe('You will be reminded on Thursday 26 November, 15:00: “Call Ana”.');
  });

  it('says the rhythm and the first time of a series', async () => {
    expect((await cardOf('set', rent)).title).toBe(
      'Remind you every month on the 1st, 09:00, from Tuesday 1 December: “Pay the rent”',
    );
  });

  it('says both clocks for another zone', async () => {
    expect((await cardOf('set', { ...call, timeZone: 'Asia/Tokyo' })).title).toBe(
      'Remind you on Thursday 26 November, 06:00 (15:00 Tokyo time): “Call Ana”',
    );
    const weekly = { ...call, timeZone: 'Asia/Tokyo', rrule: 'FREQ=WEEKLY' };
    expect((await cardOf('set', weekly)).title).toContain(
      'every Thursday, 15:00 Tokyo time, from Thursday 26 November',
    );
  });

  it('says the time at which it will really go off where the clock skips', async () => {
    const skipped = { ...call, startsAt: '2027-03-28T01:30:00' };
    expect((await cardOf('set', skipped)).title).toContain('Sunday 28 March 2027, 02:30');
  });

  it.each([
    ['FREQ=MONTHLY;BYMONTHDAY=31', 'Left out in months that have no 31st.'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,30', 'Left out in months that have no 30th.'],
    ['FREQ=MONTHLY', 'Left out in months that have no 31st.'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', null],
    ['FREQ=MONTHLY;BYMONTHDAY=28', null],
    ['FREQ=WEEKLY', null],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'Left out in years that have no 29 February.'],
    ['FREQ=YEARLY', null],
  ])('says what %s leaves out', async (rrule, note) => {
    const { differences } = await cardOf('set', { ...rent, startsAt: '2026-12-31T09:00:00', rrule });
    expect(differences.find(({ label }) => label === 'Note')?.after ?? null).toBe(note);
  });

  it.each([
    ['pay the rent', 'Pay the rent'],
    ['iPhone to the shop', 'iPhone to the shop'],
    ['écrire à Zoë', 'Écrire à Zoë'],
    ['10 eggs', '10 eggs'],
    ['تماس با مادر', 'تماس با مادر'],
    ['🎂 for Ana', '🎂 for Ana'],
  ])('shows %s as %s', (message, shown) => {
    expect(parseInput(named('set'), { ...call, message })).toMatchObject({ value: { message: shown } });
  });

  it('refuses a time that has passed before anybody is asked', async () => {
    const looked = await named('set').look?.(
      { ...call, startsAt: '2026-11-25T11:59:00', rrule: null },
      world.surroundings,
    );
    expect(looked).toMatchObject({
      ok: false,
      failure: { problems: ['Wednesday 25 November, 11:59 has passed already.'] },
    });
  });

  it('takes a series that began earlier, but not one that has ended', async () => {
    const old = { ...rent, startsAt: '2026-01-01T09:00:00' };
    expect((await cardOf('set', old)).title).toContain('from Tuesday 1 December');
    await expect(cardOf('set', { ...old, rrule: 'FREQ=MONTHLY;COUNT=3' })).rejects.toThrow('passed');
  });
});

describe('finding', () => {
  it('takes the soonest that matches, ignoring case, accents and little words', async () => {
    await set(rent);
    await set({ ...call, message: 'Pay Zoë for the rent of the hall' });
    expect(await reportOf('find', { query: 'my RENT reminder' })).toEqual({
      says: '2 reminders match; this one comes first.',
      lines: ['Thursday 26 November, 15:00: “Pay Zoë for the rent of the hall”'],
    });
    expect((await reportOf('find', { query: 'zoe' })).lines).toHaveLength(1);
  });

  it('leaves out what has gone off', async () => {
    const id = await set(call);
    const stood = await world.surroundings.alarms.get(id);
    if (stood) await world.surroundings.alarms.putBack({ ...stood, nextAt: null });
    const { input } = await takeUp(named('find'), { query: 'Ana' }, world.surroundings);
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'find', before: null });
    expect(await named('find').run(input, context)).toEqual({
      ok: false,
      failure: { kind: 'not-found', what: 'a reminder about “Ana”' },
    });
  });
});

describe('listing', () => {
  it('says honestly that there is nothing', async () => {
    expect(await reportOf('list', { timeZone })).toEqual({ says: 'You have no reminders to come.', lines: [] });
    const asked = { query: 'rent', from: '2026-11-30T00:00:00', to: '2026-12-07T00:00:00', timeZone };
    expect((await reportOf('list', asked)).says).toBe(
      'You have no reminders to come about “rent” from Monday 30 November, 00:00 until Monday 7 December, 00:00.',
    );
  });

  it('tells a series with its occurrence in the stretch, and each in its order', async () => {
    await set({ ...call, message: 'Stretch', rrule: 'FREQ=DAILY' });
    await set(rent);
    await set({ ...call, message: 'Too early' });
    const { lines } = await reportOf('list', { from: '2026-12-01T10:00:00', to: '2027-01-01T09:00:01', timeZone });
    expect(lines).toEqual([
      'Tuesday 1 December, 15:00: “Stretch”, every day',
      'Friday 1 January 2027, 09:00: “Pay the rent”, every month on the 1st',
    ]);
  });
});

describe('moving and cancelling', () => {
  it('shows the old and the new time', async () => {
    const card = await cardOf('move', { id: await set(call), byMinutes: 60, timeZone });
    expect(card).toEqual({
      title: 'Move the reminder “Call Ana” to Thursday 26 November, 16:00',
      differences: [{ label: 'When', before: 'Thursday 26 November, 15:00', after: 'Thursday 26 November, 16:00' }],
      undo: 'Undo moves it back to Thursday 26 November, 15:00.',
    });
  });

  it.each([
    [{ byMinutes: 60, time: '10:00:00' }, 'Say either a new date or time, or how much earlier or later.'],
    [{}, 'Say either a new date or time, or how much earlier or later.'],
    [{ byMinutes: 0 }, 'That is no change.'],
    [{ time: '25:00:00' }, 'New time: There is no such time.'],
  ])('refuses the move %j', (move, problem) => {
    const parsed = parseInput(named('move'), { id: 'a', timeZone, ...move });
    expect(parsed).toMatchObject({ ok: false, failure: { problems: [problem] } });
  });

  it('refuses to move it to where it is, and what cannot move together', async () => {
    const id = await set(call);
    await expect(cardOf('move', { id, time: '15:00:00', timeZone })).rejects.toThrow('set for that time already');
    const weekdays = await set({ ...call, rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' });
    await expect(cardOf('move', { id: weekdays, date: '2026-11-28', timeZone })).rejects.toThrow('can’t move together');
  });

  it('does not touch one that was altered after the card was shown', async () => {
    const id = await set(call);
    for (const [name, raw] of [
      ['move', { id, byMinutes: 60, timeZone }],
      ['cancel', { id }],
    ] as const) {
      const { input, before } = await takeUp(named(name), raw, world.surroundings);
      const altered = await world.surroundings.alarms.replace({
        ...(before as typeof call & { id: string; rrule: null }),
        message: name,
      });
      const context = contextOf(world.surroundings, { mode: 'execute', key: 'late', before });
      expect(await named(name).run(input, context)).toMatchObject({ ok: false, failure: { kind: 'changed-since' } });
      expect(await world.surroundings.alarms.get(id)).toEqual(altered);
    }
  });

  it('says that there is none, for an id that is not there', async () => {
    const missing: Json = { id: 'nothing' };
    expect(await named('cancel').look?.(missing, world.surroundings)).toMatchObject({ failure: { kind: 'not-found' } });
  });
});
