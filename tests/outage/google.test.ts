import { afterAll, beforeAll, describe } from 'vitest';
import { connector } from '#connectors/google/connector.ts';
import type { TestLife } from '#main/compose-for-tests.ts';
import { eventCalled } from '#tests/outage/event-called.ts';
import { onlyAtSignIn } from '#tests/outage/left-out.ts';
import { testOutages } from '#tests/outage/outage.testsuite.ts';
import type { FaultProxy } from '#tests/peers/fault-proxy.ts';
import { signInAs } from '#tests/peers/sign-in-to-google.ts';
import { type Google, startGoogle } from '#tests/peers/start-google.ts';
import { webFaultProxy } from '#tests/peers/web-fault-proxy.ts';

const leftOut = onlyAtSignIn;
/** Each to somebody else: whoever was written to once is known from then on, which is another card. */
const letter = (subject: string, n: number) => ({ to: [`person-${n}@example.com`], subject, body: 'Hello.' });

const create = { action: 'google.create-event', args: eventCalled, asks: false, leftOut } as const;
const send = {
  action: 'google.send-mail',
  args: letter,
  asks: true,
  // It is a draft first: the draft is there, and it surely has not left.
  opens: { 'cut-answer-of-change': true },
  leftOut,
} as const;

const write = {
  action: 'google.write-doc',
  args: (title: string) => ({ title, text: 'Porto' }),
  asks: false,
  leftOut,
} as const;

const LOG = 'Log';
const add = {
  action: 'google.add-to-doc',
  args: (text: string) => ({ doc: LOG, text }),
  asks: false,
  leftOut,
} as const;

describe('Google while it is in trouble', () => {
  let google: Google;
  let proxy: FaultProxy;
  let direct: string;
  /** Somebody else each time, so that nobody's mailbox grows. */
  let person: ReturnType<Google['addPerson']>;
  beforeAll(async () => {
    const isOfAnApi = /^\/(upload\/)?(calendar|gmail|drive|v1\/documents)\//;
    google = await startGoogle(async (port) => {
      proxy = await webFaultProxy(port, ({ method, path }) => method !== 'GET' && isOfAnApi.test(path));
      return `http://127.0.0.1:${proxy.port}`;
    });
    direct = `http://127.0.0.1:${google.port}`;
  });
  afterAll(async () => {
    await proxy?.stop();
    await google?.stop();
  });

  async function connect({ api }: TestLife): Promise<string> {
    const provider = 'google';
    const { clientFile } = google;
    const parts = ['calendar', 'gmail', 'docs'];
    const { id, url } = await api.integrations.signIn({ provider, settings: { clientFile }, parts });
    person = google.addPerson();
    google.docsOf(person.address).add(LOG, 'Begun');
    await fetch(await signInAs(url, person.address));
    await api.integrations.connect({ provider, signIn: id });
    return provider;
  }

  const inLabel = (label: string) => async (mark: string) => {
    const headers = { authorization: `Bearer ${person.token}` };
    const ask = async (path: string) => (await fetch(`${direct}/gmail/v1/users/me/${path}`, { headers })).json();
    const { messages = [] } = (await ask(`messages?maxResults=500&labelIds=${label}`)) as {
      messages?: { id: string }[];
    };
    const subjects = await Promise.all(
      messages.map(async ({ id }) => {
        const { payload } = (await ask(`messages/${id}?format=full`)) as Message;
        return payload.headers.find(({ name }) => name.toLowerCase() === 'subject')?.value;
      }),
    );
    return subjects.filter((subject) => subject === mark).length;
  };
  const inCalendar = async (mark: string) =>
    Object.values(google.calendarOf(person.address).meaning()).filter((event) =>
      JSON.stringify(event).includes(`"${mark}"`),
    ).length;
  const inDocs = async (mark: string) =>
    (google.docsOf(person.address).meaning() as { name: string }[]).filter(({ name }) => name === mark).length;
  const inLog = async (mark: string) =>
    (google.docsOf(person.address).meaning() as { text: string }[])
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => line === mark).length;
  /** What has left is no draft any more, and it left once. */
  const sent = async (mark: string) => (await inLabel('SENT')(mark)) + (await inLabel('DRAFT')(mark));

  testOutages(
    () => ({
      connectors: [connector],
      deeds: [
        { ...create, count: inCalendar },
        { ...send, count: sent },
        { ...write, count: inDocs },
        { ...add, count: inLog },
      ],
      connect,
      be: proxy.be,
      struck: proxy.struck,
      secrets: ({ keychain }) => [...keychain.held.values()].flatMap(secretsIn),
    }),
    [create, send, write, add],
  );
});

type Message = { readonly payload: { readonly headers: readonly { readonly name: string; readonly value: string }[] } };

const secretsIn = (kept: string): string[] =>
  kept.startsWith('{')
    ? Object.values(JSON.parse(kept) as Record<string, unknown>).filter((value) => typeof value === 'string')
    : [kept];
