import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, knownServices } from '#connectors/caldav/account.ts';
import { connector } from '#connectors/caldav/connector.ts';
import { heldEvents } from '#connectors/caldav/held-events.testsuite.ts';
import { uidOf } from '#connectors/sdk/calendar/calendar-trials.testsuite.ts';
import { DavSettingsSchema, isOfService } from '#connectors/sdk/dav/dav-settings.ts';
import { actionOf, contextOf, openTrialWorld, type TrialWorld, takeUp } from '#connectors/sdk/trial-world.testsuite.ts';
import type { AccountValues } from '#contract/model/account.ts';
import type { Json } from '#contract/model/json.ts';
import { succeed } from '#contract/model/result.ts';
import { withDavServer } from '#tests/peers/serve-dav-account.ts';
import { haveRadicale } from '#tests/peers/start-radicale.ts';

const timeZone = 'Europe/Lisbon';
const dentist = { title: 'Dentist', startsAt: '2026-11-26T15:00:00', timeZone };
const reach = { fetch: globalThis.fetch, signal: new AbortController().signal };

it.each(knownServices.flatMap(({ name, domains, url }) => domains.map((domain) => [domain, name, url] as const)))(
  'knows %s without asking anybody',
  async (domain, name, url) => {
    const found = await account.find?.({ address: `ana@${domain}` }, reach);
    expect(found).toMatchObject({ ok: true, value: { settings: { url, user: `ana@${domain}` } } });
    if (found?.ok) expect(found.value.says).toContain(name);
  },
);

it('sends the password to the service alone, and never over a wire that is not encrypted', () => {
  const settings = { address: 'ana', user: 'ana', url: 'http://cloud.example.org/dav' };
  expect(DavSettingsSchema.safeParse(settings).success).toBe(false);
  expect(isOfService('https://caldav.icloud.com/', 'https://p42-caldav.icloud.com/1/calendars/')).toBe(true);
  expect(isOfService('https://caldav.icloud.com/', 'https://icloud.example.org/')).toBe(false);
  expect(isOfService('https://caldav.icloud.com/', 'http://caldav.icloud.com/')).toBe(false);
  expect(isOfService('http://127.0.0.1:1/', 'http://127.0.0.1:2/')).toBe(false);
});

describe.runIf(haveRadicale())('against Radicale', { timeout: 60_000 }, () => {
  const servers = withDavServer(heldEvents);
  let world: TrialWorld;
  beforeEach(async () => {
    world = await openTrialWorld(connector, servers.openService);
  });
  afterEach(() => world.close());

  const user = () => world.surroundings.account?.settings.user ?? '';

  async function byHand(change: (text: string) => string): Promise<void> {
    for (const [path, text] of Object.entries(await servers.objects(user()))) {
      await servers.radicale().ask(user(), 'PUT', path, change(text));
    }
  }

  async function takeUpMove(uid: string) {
    const move = actionOf(connector, 'caldav.move-event');
    const taken = await takeUp(move, { uid, byMinutes: 60, timeZone }, world.surroundings);
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'move', before: taken.before });
    return { move, context, ...taken };
  }

  const attempt = (change: AccountValues, password = servers.radicale().password) => {
    const settings = { ...world.surroundings.account?.settings, ...change };
    return account.test({ settings, secret: async () => succeed(password) }, reach);
  };

  it('signs in, and says where new events go', async () => {
    expect(await attempt({})).toEqual({ ok: true, value: { says: 'It works: new events go into “Personal”.' } });
  });

  it('says plainly why it can’t', async () => {
    expect(await attempt({}, 'no')).toMatchObject({ ok: false, trouble: { reason: 'wrong-password' } });
    expect(await attempt({ url: 'http://127.0.0.1:1/' })).toMatchObject({
      trouble: { reason: 'unreachable', field: 'url' },
    });
    expect(await attempt({ url: 'nowhere' })).toMatchObject({ trouble: { reason: 'settings', field: 'url' } });
  });

  it('puts a new event under an address that follows from the effect, so that it can’t be there twice', async () => {
    const uid = uidOf(await world.run('caldav.create-event', dentist));
    expect(Object.keys(await servers.objects(user()))).toEqual([`/${user()}/personal/${uid.replace('@', '-')}.ics`]);
  });

  it('does not change what somebody else changed after the person said yes', async () => {
    const { move, input, context } = await takeUpMove(uidOf(await world.run('caldav.create-event', dentist)));
    await byHand((text) => text.replace('SUMMARY:Dentist', 'SUMMARY:Dentist with the card'));
    const now = await servers.objects(user());
    expect(Object.values(now).join()).toContain('with the card');
    expect(await move.run(input, context)).toMatchObject({ ok: false, failure: { kind: 'changed-since' } });
    expect(await servers.objects(user())).toEqual(now);
  });

  it('does not write over a change that comes between its own look and its own word (ETag)', async () => {
    const { move, input, context } = await takeUpMove(uidOf(await world.run('caldav.create-event', dentist)));
    // The other program is faster by the length of one request.
    const fetch: typeof globalThis.fetch = async (target, init) => {
      if (init?.method === 'PUT')
        await byHand((text) => text.replace('SUMMARY:Dentist', 'SUMMARY:Somebody was faster'));
      return globalThis.fetch(target, init);
    };
    expect(await move.run(input, { ...context, fetch })).toMatchObject({
      ok: false,
      failure: { kind: 'changed-since' },
    });
    expect(Object.values(await servers.objects(user())).join()).toContain('Somebody was faster');
  });

  it('asks only for what changed when it looks again', async () => {
    for (const title of ['One', 'Two', 'Three']) await world.run('caldav.create-event', { ...dentist, title });
    const list = actionOf(connector, 'caldav.list-events');
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (target, init) => {
      asked.push(`${init?.method} ${String(init?.body ?? '').includes('multiget') ? 'multiget' : ''}`.trim());
      return globalThis.fetch(target, init);
    };
    const { input } = await takeUp(
      list,
      { from: '2026-11-26T00:00:00', to: '2026-11-27T00:00:00', timeZone },
      world.surroundings,
    );
    const look = () =>
      list.run(input, contextOf({ ...world.surroundings, fetch }, { mode: 'execute', key: 'l', before: null }));
    await look();
    asked.length = 0;
    expect(await look()).toMatchObject({ ok: true, value: { events: { length: 3 } } });
    expect(asked).toEqual(['REPORT']);
  });

  it('keeps what it does not understand of an event, and puts back all of it', async () => {
    const uid = 'from-elsewhere';
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Another//Program//EN',
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'DTSTAMP:20261101T000000Z',
      'DTSTART:20261126T150000Z',
      'DTEND:20261126T160000Z',
      'SUMMARY:Review',
      'X-ANOTHER-PROGRAM:42',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Soon',
      'TRIGGER:-PT15M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    await servers.radicale().ask(user(), 'PUT', `/${user()}/personal/other.ics`, text);
    const before = await world.service?.snapshot();
    const { move, input, context } = await takeUpMove(uid);
    const moved = await move.run(input, context);
    if (!moved.ok) throw new Error(JSON.stringify(moved.failure));
    const [there = ''] = Object.values(await servers.objects(user()));
    expect(there).toMatch(/X-ANOTHER-PROGRAM:42/);
    expect(there).toMatch(/TRIGGER:-PT15M/);
    expect(await move.undo?.(moved.value as Json, context)).toEqual({ ok: true, value: null });
    expect(await world.service?.snapshot()).toEqual(before);
  });

  it('says that changing an event reaches those who were invited to it', async () => {
    const uid = uidOf(await world.run('caldav.create-event', dentist));
    await byHand((text) => text.replace('SUMMARY:', 'ATTENDEE;CN=Bo:mailto:Bo@example.com\r\nSUMMARY:'));
    const { move, input, before } = await takeUpMove(uid);
    expect(move.effect(input, before)).toMatchObject({ audience: 'stranger', recipients: ['bo@example.com'] });
  });

  it('leaves out what can’t be read, and the rest stands', async () => {
    await world.run('caldav.create-event', dentist);
    await servers
      .radicale()
      .ask(
        user(),
        'PUT',
        `/${user()}/personal/odd.ics`,
        'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:odd\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20261126T100000Z\r\nRRULE:FREQ=DAILY\r\nEXRULE:FREQ=WEEKLY\r\nSUMMARY:Odd\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      );
    const listed = await world.run('caldav.list-events', {
      from: '2026-11-26T00:00:00',
      to: '2026-11-27T00:00:00',
      timeZone,
    });
    expect(listed).toMatchObject({ events: [{ title: 'Dentist' }] });
  });

  describe('with a second calendar', () => {
    const makeWork = () =>
      servers.radicale().ask(
        user(),
        'MKCOL',
        `/${user()}/work/`,
        `<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>
        <resourcetype><collection/><C:calendar/></resourcetype><displayname>Work, mostly</displayname></prop></set></mkcol>`,
      );
    const inWork = async () => await (await servers.radicale().ask(user(), 'GET', `/${user()}/work/`)).text();
    const create = (input: object, surroundings = world.surroundings) =>
      takeUp(actionOf(connector, 'caldav.create-event'), { ...dentist, ...input }, surroundings);

    it('puts a new event where the person says, tells which one on the card, and takes it back', async () => {
      await makeWork();
      const action = actionOf(connector, 'caldav.create-event');
      const { input, before } = await create({ calendar: 'work' });
      expect(action.describe(input, before, world.surroundings.view).differences).toContainEqual({
        label: 'Calendar',
        before: null,
        after: 'Work, mostly',
      });
      const context = contextOf(world.surroundings, { mode: 'execute', key: 'c', before });
      const made = await action.run(input, context);
      expect(made).toMatchObject({ ok: true });
      expect(await inWork()).toContain('SUMMARY:Dentist');
      expect(await servers.objects(user())).toEqual({});
      if (made.ok) expect(await action.undo?.(made.value as Json, context)).toEqual({ ok: true, value: null });
      expect(await inWork()).not.toContain('SUMMARY:Dentist');
    });

    it('says which there are when none is called so', async () => {
      await makeWork();
      await expect(create({ calendar: 'choir' })).rejects.toThrow(/There are “.+” and “.+”/);
    });

    it('puts new events into the one that is set, which has to be there', async () => {
      await makeWork();
      expect(await attempt({ newEvents: 'Work' })).toMatchObject({
        value: { says: 'It works: new events go into “Work, mostly”. One other is read too.' },
      });
      expect(await attempt({ newEvents: 'Choir' })).toMatchObject({
        trouble: { reason: 'settings', field: 'newEvents' },
      });
      const { account: kept, ...others } = world.surroundings;
      const settings = { ...kept?.settings, newEvents: 'Work' };
      const { before } = await create({}, { ...others, account: kept && { ...kept, settings } });
      expect(before).toMatchObject({ calendar: 'Work, mostly' });
    });
  });

  describe('an invitation', () => {
    const invited = { ...dentist, invite: ['known@example.com', 'new@example.com'] };
    /** A service that says that it sends invitations; Radicale does not. */
    const scheduling: typeof globalThis.fetch = async (target, init) => {
      const response = await globalThis.fetch(target, init);
      if (init?.method !== 'OPTIONS') return response;
      const headers = new Headers(response.headers);
      headers.set('dav', `${headers.get('dav')}, calendar-auto-schedule`);
      return new Response(null, { status: response.status, headers });
    };
    const action = actionOf(connector, 'caldav.create-event');

    it('is not sent by a service that doesn’t, reaches nobody, and the card says so', async () => {
      const { input, before } = await takeUp(action, invited, world.surroundings);
      expect(action.effect(input, before)).toMatchObject({ audience: 'self', recipients: [] });
      const card = action.describe(input, before, world.surroundings.view);
      expect(card.differences.at(-1)?.after).toContain('None is sent.');
      await action.run(input, contextOf(world.surroundings, { mode: 'execute', key: 'i', before }));
      expect(Object.values(await servers.objects(user())).join()).toMatch(/ATTENDEE[^\r\n]*/);
    });

    it('reaches everybody whom a service sends it to, strangers told apart', async () => {
      const { account: kept, ...others } = world.surroundings;
      const settings = { ...kept?.settings, address: 'me@example.com' };
      const there = { ...others, fetch: scheduling, account: kept && { ...kept, settings } };
      const { input, before } = await takeUp(action, invited, there);
      expect(action.effect(input, before)).toMatchObject({ audience: 'stranger', recipients: invited.invite });
      expect(before).toMatchObject({ invitation: { organizer: 'me@example.com', sends: true } });
      const known = await takeUp(action, { ...dentist, invite: ['known@example.com'] }, there);
      expect(action.effect(known.input, known.before)).toMatchObject({ audience: 'known' });
    });
  });
});
