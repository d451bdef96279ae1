import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idFor } from '#connectors/google/calendar/event-ids.ts';
import { isSameRule } from '#connectors/google/calendar/same-rule.ts';
import { connector } from '#connectors/google/connector.ts';
import { addressOf, withGoogleServer } from '#connectors/google/google-account.testsuite.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { uidOf } from '#connectors/sdk/calendar/calendar-trials.testsuite.ts';
import { actionOf, contextOf, openTrialWorld, type TrialWorld, takeUp } from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import { succeed } from '#contract/model/result.ts';

const timeZone = 'Europe/Lisbon';
const dentist = { title: 'Dentist', startsAt: '2026-11-26T15:00:00', timeZone };
const day = { from: '2026-11-26T00:00:00', to: '2026-11-27T00:00:00', timeZone };
const EVENTS = '/calendar/v3/calendars/primary/events';

describe('what is special about the calendar at Google', { timeout: 60_000 }, () => {
  const servers = withGoogleServer();
  let world: TrialWorld;
  beforeEach(async () => {
    world = await openTrialWorld(connector, servers.openService);
  });
  afterEach(() => world.close());

  const store = () => servers.google().calendarOf(addressOf(world.surroundings));
  const byHand = (method: string, id: string, body?: object) =>
    servers.byHand(world.surroundings, method, `${EVENTS}${id === '' ? '' : `/${id}`}`, body);

  async function listWith(change: Partial<Surroundings>) {
    const list = actionOf(connector, 'google.list-events');
    const { input } = await takeUp(list, day, world.surroundings);
    return list.run(
      input,
      contextOf({ ...world.surroundings, ...change }, { mode: 'execute', key: 'l', before: null }),
    );
  }
  async function takeUpMove(uid: string) {
    const move = actionOf(connector, 'google.move-event');
    const taken = await takeUp(move, { uid, byMinutes: 60, timeZone }, world.surroundings);
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'move', before: taken.before });
    return { move, context, ...taken };
  }

  it('chooses the id of a new event itself, so that it can’t be there twice', async () => {
    const uid = uidOf(await world.run('google.create-event', dentist));
    expect(Object.keys(store().meaning())).toEqual([idFor(uid)]);
    expect(idFor(uid)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('says plainly what it does not do yet: another calendar, and inviting', async () => {
    const create = actionOf(connector, 'google.create-event');
    for (const more of [{ calendar: 'Work' }, { invite: ['bo@example.com'] }]) {
      const parsed = create.input.parse({ ...dentist, ...more });
      const looked = await create.look?.(parsed, world.surroundings);
      expect(looked).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments' } });
    }
    expect(store().meaning()).toEqual({});
  });

  it('asks only for what changed when it looks again, and for everything when Google has forgotten', async () => {
    for (const title of ['One', 'Two', 'Three']) await world.run('google.create-event', { ...dentist, title });
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (target, init) => {
      asked.push(new URL(String(target)).searchParams.has('syncToken') ? 'since' : 'all');
      return globalThis.fetch(target, init);
    };
    expect(await listWith({ fetch })).toMatchObject({ ok: true, value: { events: { length: 3 } } });
    expect(asked).toEqual(['since']);
    await byHand('POST', '', {
      id: 'handmade',
      summary: 'Four',
      start: { dateTime: '2026-11-26T09:00:00Z' },
      end: { dateTime: '2026-11-26T10:00:00Z' },
    });
    store().forgetTokens();
    expect(await listWith({ fetch })).toMatchObject({ ok: true, value: { events: { length: 4 } } });
    expect(asked).toEqual(['since', 'since', 'all']);
    await byHand('DELETE', 'handmade');
    expect(await listWith({ fetch })).toMatchObject({ ok: true, value: { events: { length: 3 } } });
  });

  it('does not write over a change that comes between its look and its own word (ETag)', async () => {
    const { move, input, context } = await takeUpMove(uidOf(await world.run('google.create-event', dentist)));
    const fetch: typeof globalThis.fetch = async (target, init) => {
      if (init?.method === 'PATCH')
        await byHand('PATCH', idFor('earlier-1.step@life-os'), { summary: 'Somebody was faster' });
      return globalThis.fetch(target, init);
    };
    expect(await move.run(input, { ...context, fetch })).toMatchObject({
      ok: false,
      failure: { kind: 'changed-since' },
    });
    expect(Object.values(store().meaning())).toMatchObject([{ summary: 'Somebody was faster' }]);
  });

  it('sends only what differs, so that what it does not understand stays, and undo brings back a deleted event whole', async () => {
    const made = {
      colorId: '7',
      reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 5 }] },
      visibility: 'private',
    };
    const time = (hour: number) => ({ dateTime: `2026-11-26T${hour}:00:00Z`, timeZone });
    await byHand('POST', '', { id: 'elseplace', summary: 'Review', start: time(15), end: time(16), ...made });
    const before = store().meaning();
    const { move, input, context } = await takeUpMove('elseplace');
    const moved = await move.run(input, context);
    if (!moved.ok) throw new Error(JSON.stringify(moved.failure));
    expect(store().meaning()).toMatchObject({ elseplace: { ...made, summary: 'Review' } });
    expect(await move.undo?.(moved.value as Json, context)).toEqual({ ok: true, value: null });
    expect(store().meaning()).toEqual(before);

    const remove = actionOf(connector, 'google.delete-event');
    const taken = await takeUp(remove, { uid: 'elseplace' }, world.surroundings);
    const removing = contextOf(world.surroundings, { mode: 'execute', key: 'delete', before: taken.before });
    const removed = await remove.run(taken.input, removing);
    expect(store().meaning()).toEqual({});
    if (removed.ok) await remove.undo?.(removed.value as Json, removing);
    expect(store().meaning()).toEqual(before);
  });

  it('knows a series of which Google called one off, and says that a change reaches those who were invited', async () => {
    const uid = uidOf(await world.run('google.create-event', { ...dentist, rrule: 'FREQ=DAILY;COUNT=5' }));
    await byHand('DELETE', `${idFor(uid)}_20261127T150000Z`);
    await byHand('PATCH', idFor(uid), {
      attendees: [{ email: 'Bo@example.com' }, { email: 'me@example.org', self: true }],
    });
    const list = actionOf(connector, 'google.list-events');
    const { input } = await takeUp(list, { ...day, to: '2026-11-29T00:00:00' }, world.surroundings);
    const listed = await list.run(input, contextOf(world.surroundings, { mode: 'execute', key: 'l', before: null }));
    expect(listed).toMatchObject({
      ok: true,
      value: { events: [{ startsAt: '2026-11-26T15:00:00' }, { startsAt: '2026-11-28T15:00:00' }] },
    });
    const { move, before, input: moving } = await takeUpMove(uid);
    expect(move.effect(moving, before)).toMatchObject({ audience: 'stranger', recipients: ['bo@example.com'] });
  });

  it('leaves out what makes no sense, and the rest stands', async () => {
    await world.run('google.create-event', dentist);
    await byHand('POST', '', {
      id: 'nonsense',
      summary: 'Odd',
      start: { dateTime: 'never' },
      end: { dateTime: 'never' },
    });
    expect(await listWith({})).toMatchObject({ ok: true, value: { events: [{ title: 'Dentist' }] } });
  });

  it('renews a token once that was turned away before its time, and does what it was to do', async () => {
    const { account } = world.surroundings;
    const asked: (string | undefined)[] = [];
    const stale = account && {
      ...account,
      secret: async (field: string, turnedAway?: string) => {
        asked.push(turnedAway);
        return turnedAway === undefined ? succeed('stale') : account.secret(field);
      },
    };
    expect(await listWith({ account: stale })).toMatchObject({ ok: true });
    expect(asked).toEqual([undefined, 'stale']);
  });

  it('stops where it was not allowed, without asking Google, and says what is missing', async () => {
    const { account } = world.surroundings;
    const less = account && { ...account, settings: { ...account.settings, scope: scopes.gmail } };
    const fetch = () => Promise.reject(new Error('It asked.'));
    const stopped = {
      ok: false,
      failure: { kind: 'needs-reconnect', because: expect.stringContaining('not allowed') },
    };
    expect(await listWith({ account: less, fetch })).toMatchObject(stopped);
  });

  it.each([
    [403, 'rateLimitExceeded', { kind: 'rate-limited', retryAfterSeconds: 7 }],
    [403, 'quotaExceeded', { kind: 'rate-limited', retryAfterSeconds: 3600 }],
    [403, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', { kind: 'needs-reconnect', because: expect.any(String) }],
    [403, 'SERVICE_DISABLED', { kind: 'unreadable' }],
    [403, 'forbidden', { kind: 'unreadable' }],
    [429, 'rateLimitExceeded', { kind: 'rate-limited', retryAfterSeconds: 7 }],
    [503, 'backendError', { kind: 'rate-limited' }],
    [500, 'backendError', { kind: 'unreachable' }],
    [404, 'notFound', { kind: 'not-found' }],
  ])('tells %i %s of Google for what it is', async (status, reason, failure) => {
    const body = JSON.stringify({ error: { code: status, errors: [{ reason }], message: 'secret words of Google' } });
    const headers = { 'content-type': 'application/json', 'retry-after': '7' };
    const fetch = async () => new Response(body, { status, headers });
    const told = await listWith({ fetch });
    expect(told).toMatchObject({ ok: false, failure });
    expect(JSON.stringify(told)).not.toContain('secret words');
  });

  it.each([
    ['{"items":', 'application/json'],
    ['<html>Sign in to the hotel</html>', 'text/html'],
  ])('takes an answer that is none for no answer (%s)', async (body, type) => {
    const fetch = async () => new Response(body, { headers: { 'content-type': type } });
    expect(await listWith({ fetch })).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
  });
});

it('knows the same rule of repetition in another order', () => {
  expect(isSameRule('FREQ=WEEKLY;BYDAY=MO,WE', 'freq=weekly;wkst=MO;byday=WE,MO;interval=1')).toBe(true);
  expect(isSameRule('FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY;BYDAY=TU')).toBe(false);
  expect(isSameRule('FREQ=WEEKLY;WKST=SU', 'FREQ=WEEKLY')).toBe(false);
});
