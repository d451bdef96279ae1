import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import {
  actionOf,
  openTrialWorld,
  type ServiceTrouble,
  type TrialService,
  takeUp,
} from '#connectors/sdk/trial-world.testsuite.ts';
import { account } from '#connectors/slack/account.ts';
import { connector } from '#connectors/slack/connector.ts';
import type { Json } from '#contract/model/json.ts';
import { succeed } from '#contract/model/result.ts';
import { type Cut, cutInTheMiddle } from '#tests/peers/cut-in-the-middle.ts';
import { type Slack, startSlack } from '#tests/peers/start-slack.ts';

const change: Cut = { command: /^POST \/api\/chat\./m, done: () => /^HTTP\/1\.[01] 200/m };
const said: Readonly<Record<Exclude<ServiceTrouble, 'revoked'>, string>> = {
  down: '',
  busy: 'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  garbled: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\nConnection: close\r\n\r\n<p>no</p>',
};

type Channel = { readonly id: string };
type Message = { readonly ts: string; readonly text: string; readonly user: string };

describe('Slack, against emulate', { timeout: 60_000 }, () => {
  let slack: Slack;
  let channels = 0;
  beforeAll(async () => {
    slack = await startSlack();
  });
  afterAll(() => slack?.stop());

  const historyIn = async (channel: string) =>
    (await slack.ask(slack.tokens.me, 'conversations.history', { channel })).messages as Message[];

  async function openService(isPrivate = false): Promise<TrialService> {
    channels += 1;
    const name = `room-${channels}`;
    const made = await slack.ask(slack.tokens.me, 'conversations.create', { name, is_private: String(isPrivate) });
    const { id } = made.channel as Channel;
    const way = await cutInTheMiddle(slack.port, { speaksFirst: false });
    const open: Account = {
      settings: { server: `http://127.0.0.1:${way.port}`, team: 'Trial', user: 'me', trialRoom: name, trialId: id },
      secret: async () => succeed(slack.tokens.me),
    };
    return {
      account: open,
      snapshot: async () => (await historyIn(id)).map(({ text, user }) => ({ text, user })) as Json,
      cut: (when) => way.cut(change, when),
      hasCut: way.hasCut,
      be(trouble) {
        slack.turnAway(trouble === 'revoked');
        way.answer(trouble === null || trouble === 'revoked' ? null : said[trouble]);
      },
      close: way.stop,
    };
  }

  const room = ({ account: open }: Pick<Surroundings, 'account'>) => open?.settings.trialRoom ?? '';
  const idOf = ({ account: open }: Pick<Surroundings, 'account'>) => open?.settings.trialId ?? '';
  const written =
    (text: string, input: (channel: string) => object) =>
    async ({ surroundings }: Given): Promise<object> => {
      const channel = idOf(surroundings);
      await slack.ask(slack.tokens.me, 'conversations.invite', { channel, users: await userId() });
      await slack.ask(slack.tokens.ana, 'chat.postMessage', { channel, text });
      return input(room(surroundings));
    };
  const userId = async () => String((await slack.ask(slack.tokens.ana, 'auth.test')).user_id);

  async function rewrite(world: Surroundings): Promise<void> {
    const channel = idOf(world);
    for (const { ts, user } of await historyIn(channel)) {
      if (user === (await slack.ask(slack.tokens.me, 'auth.test')).user_id)
        await slack.ask(slack.tokens.me, 'chat.update', { channel, ts, text: 'Something else' });
    }
  }

  testConnector(
    connector,
    [
      { action: 'slack.read', input: written('Lunch on Friday?', (channel) => ({ channel: `#${channel}` })) },
      {
        action: 'slack.read',
        called: 'in other scripts',
        input: written('מזל טוב 🎉 &lt;b&gt;', (channel) => ({ channel })),
      },
      { action: 'slack.search', input: written('Lunch on Friday?', (channel) => ({ query: 'lunch', channel })) },
      { action: 'slack.search', called: 'everywhere, without any', input: () => ({ query: 'zebra' }) },
      {
        action: 'slack.post',
        input: ({ surroundings }) => ({ channel: room(surroundings), text: 'Running late & sorry <3\n<!channel> 🎂' }),
        disturb: rewrite,
      },
    ],
    () => openService(),
  );

  it('takes a public channel for the public and a private one for its members, and calls nobody by a name in the text', async () => {
    for (const [isPrivate, effect] of [
      [false, { kind: 'post', audience: 'public' }],
      [true, { kind: 'message', audience: 'known' }],
    ] as const) {
      const world = await openTrialWorld(connector, () => openService(isPrivate));
      const post = actionOf(connector, 'slack.post');
      const input = { channel: room(world.surroundings), text: 'Hi <!everyone> @ana' };
      const taken = await takeUp(post, input, world.surroundings);
      expect(post.effect(taken.input, taken.before)).toMatchObject({ ...effect, recipients: [`#${input.channel}`] });
      await world.run('slack.post', input);
      const [{ text } = { text: '' }] = await historyIn(idOf(world.surroundings));
      expect(text).toBe('Hi &lt;!everyone&gt; @ana');
      await world.close();
    }
  });

  it('tells who it is before anything is saved, and says plainly why it can’t', async () => {
    const reach = { fetch: globalThis.fetch, signal: new AbortController().signal };
    const attempt = (server: string, token = slack.tokens.me) =>
      account.test({ settings: { server }, secret: async () => succeed(token) }, reach);
    expect(await attempt(slack.url)).toEqual({
      ok: true,
      value: { says: 'It works: you are me in Trial.', settings: { team: 'Trial', user: 'me' } },
    });
    expect(await attempt(slack.url, 'xoxp-no')).toMatchObject({
      trouble: { reason: 'wrong-password', field: 'token' },
    });
    expect(await attempt('http://127.0.0.1:9')).toMatchObject({ trouble: { reason: 'unreachable' } });
    expect(await attempt('https://slack.com.evil.example')).toMatchObject({ trouble: { reason: 'settings' } });
  });
});
