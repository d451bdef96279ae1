import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account } from '#connectors/followed/account.ts';
import { fetchCalendar } from '#connectors/followed/fetch-calendar.ts';
import { readFollowed } from '#connectors/followed/followed-files.ts';
import { maySendOn, readLinks } from '#connectors/followed/link.ts';
import {
  accountWith,
  calendar,
  type LinkServer,
  match,
  serveLinks,
} from '#connectors/followed/serve-links.testsuite.ts';
import { readAll } from '#connectors/followed/watch-links.ts';
import type { Action, Folder, Surroundings } from '#connectors/sdk/action.ts';
import { findEvent } from '#connectors/sdk/calendar/actions/find-event.ts';
import { findFreeTime } from '#connectors/sdk/calendar/actions/find-free-time.ts';
import { listEvents } from '#connectors/sdk/calendar/actions/list-events.ts';
import { moveEvent } from '#connectors/sdk/calendar/actions/move-event.ts';
import type { Watching } from '#connectors/sdk/happening.ts';
import { openFolder } from '#connectors/sdk/local-folder.ts';
import { createMemoryAlarms } from '#connectors/sdk/memory-alarms.ts';
import { openPlaces } from '#connectors/sdk/places/open-places.ts';
import { contextOf, trialView } from '#connectors/sdk/trial-world.testsuite.ts';

const signal = new AbortController().signal;
const reach = { fetch: globalThis.fetch, signal };
let server: LinkServer;
let home: string;
let folder: Folder;
beforeEach(async () => {
  server = await serveLinks();
  home = await mkdtemp(join(tmpdir(), 'followed-'));
  folder = openFolder(join(home, 'followed'));
});
afterEach(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true });
});

const link = (path: string) => new URL(`${server.origin}${path}`);
const follow = (...paths: string[]) =>
  readAll({ account: accountWith(paths.map((path) => link(path).href).join(' ')), folder, ...reach } as Watching);

describe('a link', () => {
  it.each([
    ['webcal://example.com/a.ics', 'https://example.com/a.ics'],
    ['https://example.com/a.ics?token=1', 'https://example.com/a.ics?token=1'],
    ['http://127.0.0.1:8080/a.ics', 'http://127.0.0.1:8080/a.ics'],
  ])('%s is taken', (typed, wanted) => {
    expect(readLinks(typed)).toMatchObject({ ok: true, links: [new URL(wanted)] });
  });

  it.each(['', 'nonsense', 'http://example.com/a.ics', 'file:///etc/passwd', 'https://me:secret@example.com/a.ics'])(
    '“%s” is refused in plain words',
    (typed) => {
      const read = readLinks(typed);
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.says).toMatch(/\.$/);
    },
  );

  it.each([
    ['https://a.example/', 'https://b.example/x', true],
    ['https://a.example/', 'http://b.example/x', false],
    ['https://a.example/', 'https://127.0.0.1/x', false],
    ['https://a.example/', 'https://[::1]/x', false],
    ['https://a.example/', 'https://192.168.1.1/x', false],
    ['https://a.example/', 'https://router.local/x', false],
    ['https://a.example/', 'https://localhost/x', false],
    ['http://127.0.0.1:1/', 'http://127.0.0.1:2/x', false],
  ])('from %s on to %s: %s', (from, to, wanted) => {
    expect(maySendOn(new URL(from), new URL(to))).toBe(wanted);
  });
});

describe('what is behind it', () => {
  it('is sent once, and then only when it changed', async () => {
    server.put('/team.ics', calendar('Team', match));
    expect(await follow('/team.ics')).toBeNull();
    expect(await follow('/team.ics')).toBeNull();
    server.put('/team.ics', calendar('Team', match, match.replace('Cup', 'League')));
    expect(await follow('/team.ics')).toBeNull();
    expect(server.answers).toEqual(['200 /team.ics', '304 /team.ics', '200 /team.ics']);
    expect((await readFollowed(folder)).join()).toContain('League match');
  });

  it('stays as it was last read while it can’t be had, and the others go on', async () => {
    server.put('/a.ics', calendar('A', match));
    server.put('/b.ics', calendar('B', match));
    await follow('/a.ics', '/b.ics');
    server.put('/a.ics', (_request, response) => void response.writeHead(500).end());
    server.put('/b.ics', calendar('B', match.replace('Cup', 'New')));
    expect(await follow('/a.ics', '/b.ics')).toMatchObject({ kind: 'unreachable' });
    const texts = (await readFollowed(folder)).join();
    expect(texts).toContain('X-WR-CALNAME:A');
    expect(texts).toContain('New match');
    await follow('/b.ics');
    expect((await readFollowed(folder)).join()).not.toContain('X-WR-CALNAME:A');
  });

  it.each([
    ['a page', '<html>Sign in</html>'],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
    ['more than is read', `BEGIN:VCALENDAR\r\nX-A:${'a'.repeat(10_000_001)}\r\nEND:VCALENDAR\r\n`],
  ])('is refused when it is %s', async (_what, text) => {
    server.put('/x.ics', text);
    expect(await fetchCalendar(link('/x.ics'), null, reach)).toMatchObject({ failure: { kind: 'unreadable' } });
  });

  it('is not read without end when the server does not say how much it is', async () => {
    let sent = 0;
    server.put('/endless.ics', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/calendar' });
      const more = () => {
        for (sent += 1; !response.destroyed && response.write('X'.repeat(65_536)); sent += 1);
        response.once('drain', more);
      };
      more();
    });
    expect(await fetchCalendar(link('/endless.ics'), null, reach)).toMatchObject({ failure: { kind: 'unreadable' } });
    expect(sent).toBeLessThan(1000);
  });

  it('is followed where it sends on within its host, but not in circles and not elsewhere on this computer', async () => {
    const sendOn = (path: string, to: string) =>
      server.put(path, (_request, response) => void response.writeHead(302, { location: to }).end());
    server.put('/team.ics', calendar('Team', match));
    sendOn('/old.ics', '/team.ics');
    expect(await fetchCalendar(link('/old.ics'), null, reach)).toMatchObject({ ok: true });
    sendOn('/round.ics', '/round.ics');
    expect(await fetchCalendar(link('/round.ics'), null, reach)).toMatchObject({ failure: { kind: 'unreadable' } });
    const other = await serveLinks();
    sendOn('/away.ics', `${other.origin}/secret`);
    expect(await fetchCalendar(link('/away.ics'), null, reach)).toMatchObject({ failure: { kind: 'unreadable' } });
    expect(other.answers).toEqual([]);
    await other.close();
  });

  it('is tried before it is followed, and told by name', async () => {
    server.put('/team.ics', calendar('Team', match));
    const test = (links: string) => account.test(accountWith(links), reach);
    expect(await test(link('/team.ics').href)).toEqual({ ok: true, value: { says: 'It works: “Team” with 1 entry.' } });
    expect(await test(link('/none.ics').href)).toMatchObject({ ok: false, trouble: { field: 'links' } });
    expect(await test('nonsense')).toMatchObject({ trouble: { reason: 'settings' } });
    expect(await test('http://127.0.0.1:1/a.ics')).toMatchObject({ trouble: { reason: 'unreachable' } });
  });
});

it('stands beside the own events in lists, finds and free time, as words of others, and can’t be changed', async () => {
  server.put('/team.ics', calendar('Team', match));
  await follow('/team.ics');
  const where: Surroundings = {
    ...reach,
    view: trialView,
    folder: openFolder(join(home, 'calendar')),
    alarms: createMemoryAlarms(() => trialView.now),
    account: null,
    places: openPlaces({ folders: () => [], homeTrash: null }),
    knows: () => false,
    followed: () => readFollowed(folder),
  };
  const context = contextOf(where, { mode: 'execute', key: 'k', before: null });
  const asked = { from: '2026-11-26T00:00:00', to: '2026-11-27T00:00:00', timeZone: 'Europe/Lisbon' };
  const run = async (action: Action, input: object) => {
    const ran = await action.run(action.input.parse(input), context);
    if (!ran.ok) throw new Error(JSON.stringify(ran.failure));
    return ran.value;
  };
  const listed = await run(listEvents, asked);
  expect(listed).toMatchObject({ events: [{ title: 'Cup match' }] });
  expect(listEvents.outside?.(listed)).toContainEqual(expect.objectContaining({ path: '/events/0/title' }));
  expect(await run(findEvent, { query: 'cup match', timeZone: 'Europe/Lisbon' })).toMatchObject({
    event: { uid: 'Team-0' },
  });
  expect(await run(findFreeTime, { ...asked, minutes: 600 })).toMatchObject({ free: [], busy: 1 });
  const input = moveEvent.input.parse({ uid: 'Team-0', byMinutes: 60, timeZone: 'Europe/Lisbon' });
  expect(await moveEvent.look?.(input, where)).toMatchObject({
    failure: { kind: 'invalid-arguments', problems: [expect.stringContaining('only follow')] },
  });
});

const samples = ['../../..', '../../../..']
  .map((up) => join(import.meta.dirname, up, 'shared/data/dev/icalendar'))
  .find(existsSync);
it.runIf(samples !== undefined)(
  'reads every calendar of the samples that are there, or says why not',
  { timeout: 120_000 },
  async () => {
    const files = readdirSync(samples ?? '', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ics'),
    );
    for (const [index, name] of files.entries()) {
      const bytes = readFileSync(join(samples ?? '', name));
      server.put(`/${index}.ics`, (_request, response) => void response.writeHead(200).end(bytes));
      const fetched = await fetchCalendar(link(`/${index}.ics`), null, reach);
      if (!fetched.ok) expect(fetched.failure.kind).toBe('unreadable');
    }
    expect(files.length).toBeGreaterThan(0);
  },
);
