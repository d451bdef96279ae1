import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account } from '#connectors/notion/account.ts';
import { linesOf } from '#connectors/notion/blocks.ts';
import { connector } from '#connectors/notion/connector.ts';
import type { Account } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import {
  actionOf,
  contextOf,
  openTrialWorld,
  outputOf,
  type ServiceTrouble,
  type TrialService,
  takeUp,
} from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import { succeed } from '#contract/model/result.ts';
import { type Cut, cutInTheMiddle } from '#tests/peers/cut-in-the-middle.ts';
import { type Line, type Notion, startNotion } from '#tests/peers/start-notion.ts';

const change: Cut = {
  command: /^(POST \/v1\/pages|PATCH \/v1\/|DELETE \/v1\/)/m,
  done: () => /^HTTP\/1\.[01] 200/m,
};
const said: Readonly<Record<Exclude<ServiceTrouble, 'revoked'>, string>> = {
  down: '',
  busy: 'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  garbled: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\nConnection: close\r\n\r\n<p>no</p>',
};

describe('Notion, against a server in the forms of its reference', () => {
  let notion: Notion;
  beforeAll(async () => {
    notion = await startNotion();
  });
  afterAll(() => notion?.stop());

  async function openService(isPublic = false): Promise<TrialService> {
    const { token } = notion.openWorkspace('Family', { isPublic });
    const way = await cutInTheMiddle(notion.port, { speaksFirst: false });
    const reach = { fetch: globalThis.fetch, signal: new AbortController().signal };
    const secret = async () => succeed(token);
    const tried = await account.test({ settings: { server: `http://127.0.0.1:${way.port}` }, secret }, reach);
    if (!tried.ok) throw new Error('It could not be signed in.');
    const open: Account = {
      settings: { server: `http://127.0.0.1:${way.port}`, ...tried.value.settings, trialToken: token },
      secret,
    };
    return {
      account: open,
      snapshot: async () => notion.snapshot(token) as Json,
      cut: (when) => way.cut(change, when),
      hasCut: way.hasCut,
      fallSilent: () => way.cut(change, 'silent'),
      narrow: () => notion.limit(token, 'narrowed'),
      be(trouble) {
        notion.limit(token, trouble === 'revoked' ? 'revoked' : null);
        way.answer(trouble === null || trouble === 'revoked' ? null : said[trouble]);
      },
      close: way.stop,
    };
  }

  const tokenOf = ({ account: open }: Pick<Surroundings, 'account'>): string => open?.settings.trialToken ?? '';
  const rootOf = async (world: Pick<Surroundings, 'account'>): Promise<string> => {
    const found = await fetch(`${notion.url}/v1/search`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokenOf(world)}`, 'notion-version': '2022-06-28' },
      body: JSON.stringify({ query: 'Family' }),
    });
    return ((await found.json()) as { results: { id: string }[] }).results.at(-1)?.id ?? '';
  };

  const paragraph = (text: string): Line => ({ type: 'paragraph', text });
  /** The person has a page there. */
  const page =
    (title: string, lines: readonly Line[], input: object) =>
    async ({ surroundings }: Given): Promise<object> => {
      notion.byHand.addPage(tokenOf(surroundings), await rootOf(surroundings), title, lines);
      return input;
    };
  const many = (count: number) => Array.from({ length: count }, (_, at) => paragraph(`Line ${at + 1}`));
  const linesIn = (output: Json, field: string): Json => (output as Record<string, Json>)[field] ?? null;

  const words = { in: 'family', title: 'Holiday plans 🏖', text: 'Where to go:\n- Porto\n- Lyon\nשלום' };

  testConnector(
    connector,
    [
      { action: 'notion.search', input: page('Shopping', [], { query: 'shop' }) },
      { action: 'notion.search', called: 'without any', input: () => ({ query: 'zebra' }) },
      {
        action: 'notion.search',
        called: 'in other scripts',
        input: page('מתכונים <b>& more</b>', [], { query: 'מתכונים' }),
      },
      {
        action: 'notion.read',
        input: page(
          'Recipes',
          [{ type: 'heading_1', text: 'Soup' }, { type: 'divider', text: '' }, paragraph('Boil.')],
          {
            page: 'recipes',
          },
        ),
      },
      {
        action: 'notion.read',
        called: 'a long one',
        input: page('Log', many(250), { page: 'Log' }),
        finds: { of: 250, count: (output) => String(linesIn(output, 'text')).split('\n').length },
      },
      {
        action: 'notion.create-page',
        input: () => words,
        disturb: async (world) => notion.byHand.rewrite(tokenOf(world), 'Porto', 'Lisbon'),
      },
      {
        action: 'notion.create-page',
        called: 'beside one of the same name',
        input: page(words.title, many(2), words),
        disturb: async (world) => notion.byHand.rewrite(tokenOf(world), 'Lyon', 'Nice'),
      },
      {
        action: 'notion.append',
        input: page('Shopping', many(3), { page: 'Shopping', text: 'Milk\n- and eggs 🥚' }),
        disturb: async (world) => notion.byHand.rewrite(tokenOf(world), 'Milk', 'Oat milk'),
      },
      {
        action: 'notion.append',
        called: 'to an empty page, twice the same line',
        input: page('Ideas', [], { page: 'Ideas', text: 'Walk\nWalk' }),
      },
    ],
    () => openService(),
  );

  it('takes a page that is published on the web for the public, and any other for those who may open it', async () => {
    for (const [isPublic, effect] of [
      [true, { kind: 'post', audience: 'public' }],
      [false, { kind: 'message', audience: 'known' }],
    ] as const) {
      const world = await openTrialWorld(connector, () => openService(isPublic));
      const append = actionOf(connector, 'notion.append');
      const taken = await takeUp(append, { page: 'Family', text: 'Hi' }, world.surroundings);
      expect(append.effect(taken.input, taken.before)).toMatchObject({ ...effect, recipients: ['Family'] });
      await world.close();
    }
  });

  it('is asked afresh once the page was published, and not because somebody else wrote on it', async () => {
    const world = await openTrialWorld(connector, () => openService());
    const token = tokenOf(world.surroundings);
    const append = actionOf(connector, 'notion.append');
    const look = async () => (await takeUp(append, { page: 'Family', text: 'Hi' }, world.surroundings)).version;
    const before = await look();
    notion.byHand.addLine(token, await rootOf(world.surroundings), paragraph('Hello'));
    expect(await look()).toBe(before);
    notion.byHand.publish(token, await rootOf(world.surroundings));
    expect(await look()).not.toBe(before);
    await world.close();
  });

  it.each([
    ['notion.append', { page: 'Family', text: 'Milk' }, { page: 'Family', text: 'Eggs' }],
    ['notion.append', { page: 'Family', text: 'Milk\nEggs' }, { page: 'Family', text: 'Milk\nEggs' }],
    [
      'notion.create-page',
      { in: 'Family', title: 'List', text: 'Milk' },
      { in: 'Family', title: 'List', text: 'Eggs' },
    ],
    [
      'notion.create-page',
      { in: 'Family', title: 'List', text: 'Milk' },
      { in: 'Family', title: 'List', text: 'Milk' },
    ],
  ] as const)(
    '%s: two that were looked at in the same moment are both done, and each takes back its own (%#)',
    async (name, one, other) => {
      const world = await openTrialWorld(connector, () => openService());
      const token = tokenOf(world.surroundings);
      const action = actionOf(connector, name);
      const calls = [];
      for (const [at, raw] of [one, other].entries()) {
        const { input, before } = await takeUp(action, raw, world.surroundings);
        calls.push({
          input,
          context: contextOf(world.surroundings, { mode: 'execute', key: `trial-${at}.step`, before }),
        });
      }
      const outputs: Json[] = [];
      for (const { input, context } of calls) outputs.push(outputOf(action, await action.run(input, context)));
      expect(notion.snapshot(token).lines).toHaveLength(name === 'notion.append' ? 2 * linesOf(one.text).length : 2);
      const [, second] = calls;
      expect(await action.undo?.(outputs[0] ?? null, calls[0]?.context as never)).toEqual({ ok: true, value: null });
      expect(await action.readBack?.(outputs[1] ?? null, second?.context as never)).toEqual({ ok: true, value: true });
      expect(await action.findEarlier?.(calls[0]?.input ?? null, calls[0]?.context as never)).toEqual({
        ok: true,
        value: null,
      });
      await world.close();
    },
  );

  it('reads what is folded into a line, names pages inside it, and shows no hidden letters', async () => {
    const world = await openTrialWorld(connector, () => openService());
    const token = tokenOf(world.surroundings);
    const root = await rootOf(world.surroundings);
    const log = notion.byHand.addPage(token, root, 'Log', [{ type: 'to_do', text: 'Call Ana', checked: true }]);
    const toggle = notion.byHand.addLine(token, log, { type: 'toggle', text: 'More' });
    notion.byHand.addLine(token, log, paragraph('pay\u200b the\u202e rent'), toggle);
    notion.byHand.addPage(token, log, 'Inside', [paragraph('not opened')]);
    const output = await world.run('notion.read', { page: 'Log' });
    expect(linesIn(output, 'text')).toBe('[x] Call Ana\nMore\n  pay the rent\nInside');
    await world.close();
  });

  it('does not guess between pages of the same title, and takes an address', async () => {
    const world = await openTrialWorld(connector, () => openService());
    const token = tokenOf(world.surroundings);
    const root = await rootOf(world.surroundings);
    notion.byHand.addPage(token, root, 'Notes', [paragraph('the first')]);
    const second = notion.byHand.addPage(token, root, 'notes', [paragraph('the second')]);
    await expect(world.run('notion.read', { page: 'Notes' })).rejects.toThrow(/several pages called “Notes”/);
    const address = `https://www.notion.so/trial/Notes-${second.replaceAll('-', '')}?pvs=4`;
    expect(await world.run('notion.read', { page: address })).toMatchObject({ text: 'the second' });
    await world.close();
  });

  it('tells whose it is before anything is saved, and says plainly why it can’t', async () => {
    const { token } = notion.openWorkspace('Family');
    const reach = { fetch: globalThis.fetch, signal: new AbortController().signal };
    const attempt = (server: string, given = token) =>
      account.test({ settings: { server }, secret: async () => succeed(given) }, reach);
    expect(await attempt(notion.url)).toMatchObject({ ok: true, value: { says: 'It works: this is Trial.' } });
    expect(await attempt(notion.url, 'ntn_no')).toMatchObject({
      trouble: { reason: 'wrong-password', field: 'token' },
    });
    expect(await attempt('http://127.0.0.1:9')).toMatchObject({ trouble: { reason: 'unreachable' } });
    expect(await attempt('https://api.notion.com.evil.example')).toMatchObject({ trouble: { reason: 'settings' } });
  });
});
