import { describe, expect, it } from 'vitest';
import { NOWHERE, startStub } from '#main/model-router/router-for-tests.ts';
import { addOatMilk, planAnswer, RIDDLE } from '#main/planner/with-model/answers-for-tests.ts';
import { openTestDoor } from '#main/shell/web/open-door-for-tests.ts';

async function withModel(answer: (sentence: string) => string) {
  const stub = await startStub();
  stub.onMessage(/./, ({ messages }) => {
    const input = String(messages.at(-1)?.content);
    return { content: answer(input), usage: { input_tokens: 100, output_tokens: 10 } };
  });
  const environment = { OPENAI_API_KEY: 'sk-very-secret-key-0001', OPENAI_BASE_URL: `${stub.url}/v1` };
  const door = await openTestDoor('as shipped', { environment });
  const get = async (path: string) => (await door.call('GET', `/api/v1${path}`)).body as Record<string, unknown>;
  const put = (body: object) => door.call('PUT', '/api/v1/models', body);
  return { door, stub, get, put };
}

const PLANS: readonly (readonly [RegExp, string])[] = [
  [
    /lunch with Tom/,
    planAnswer({
      action: 'calendar.create-event',
      args: { title: 'Lunch', startsAt: '2026-12-03T13:00:00', timeZone: 'Europe/Lisbon' },
    }),
  ],
  [/oat milk/, addOatMilk],
  [
    /water the plants/,
    planAnswer({
      action: 'reminders.set',
      args: { message: 'Water', startsAt: '2026-11-30T09:00:00', timeZone: 'Europe/Lisbon' },
    }),
  ],
  [/ahead of me/, planAnswer({ action: 'reminders.list', args: { timeZone: 'Europe/Lisbon' } })],
];
const knows = (input: string): string => PLANS.find(([asked]) => asked.test(input))?.[1] ?? 'nonsense';

describe('the API of models', () => {
  it('GET /models tells how things stand, without any key', async () => {
    const { get } = await withModel(knows);
    const models = await get('/models');
    expect(models).toMatchObject({
      providers: [
        { id: 'openai', ready: true, says: 'It can be asked.', onThisComputer: false },
        { id: 'ollama', ready: false, says: 'It was not found on this computer.', onThisComputer: true },
      ],
      notReliedOn: [],
      spentToday: { millionths: 0, currency: 'USD' },
      settings: { privacy: { staysHere: [] }, budget: { perDay: 100 } },
    });
    expect(models.asked).toContainEqual({ profile: 'fast_structured', models: ['openai/gpt-5-mini'] });
    expect(JSON.stringify(models)).not.toContain('very-secret');
  });

  it('PUT /models changes a part and leaves the others; null puts what is shipped back', async () => {
    const { put, door } = await withModel(knows);
    const local = { id: 'box', kind: 'compatible', title: 'Box', baseUrl: NOWHERE, use: 'auto', secret: null };
    const model = { provider: 'box', name: 'small', profiles: ['batch'], price: null, background: false };
    const changed = await put({ providers: [local], models: [model], privacy: { staysHere: ['health'] } });
    expect(changed).toMatchObject({
      status: 200,
      body: { settings: { providers: [local], models: [model], privacy: { staysHere: ['health'], keepDays: 30 } } },
    });
    const back = await put({ providers: null, models: null, privacy: null });
    expect(back.body).toMatchObject({
      settings: { providers: [{ id: 'openai' }, { id: 'ollama' }], privacy: { staysHere: [] } },
    });
    const { items } = await door.life.api.events.history({});
    expect(items.filter(({ body }) => body.kind === 'models.changed')).toHaveLength(2);
  });

  it.each([
    [
      { models: [{ provider: 'nobody', name: 'x', profiles: ['batch'], price: null }] },
      'names a provider that is not in the list',
    ],
    [{ models: [{ provider: 'openai', name: 'x', profiles: ['batch'], price: null }] }, 'so it needs a price'],
    [
      {
        providers: [{ id: 'a', kind: 'compatible', title: 'A', baseUrl: null, use: 'auto', secret: null }],
        models: [],
      },
      'A needs the address of its server',
    ],
    [{ budget: { currency: 'euros' } }, ''],
    [{ privacy: { staysHere: ['secrets'] } }, ''],
    [{ keys: { OPENAI_API_KEY: 'x' } }, ''],
  ])('PUT /models does not take %j', async (change, says) => {
    const { put, get } = await withModel(knows);
    const before = (await get('/models')).settings;
    expect(await put(change)).toMatchObject({ status: 400, body: { message: expect.stringContaining(says) } });
    expect((await get('/models')).settings).toEqual(before);
  });

  it('GET /models/calls shows word for word what left, what it cost, and page by page', async () => {
    const { door, get } = await withModel(knows);
    const first = await door.life.say(`${RIDDLE} (write to ana@example.com)`);
    await door.life.still(first);
    await door.life.still(await door.life.say(RIDDLE));
    const cost = 100 * 25 + 10 * 200;
    const all = await get('/models/calls');
    expect(all).toMatchObject({ nextCursor: null, costs: [{ currency: 'USD', calls: 2, millionths: 2 * cost }] });
    const ofFirst = await get(`/models/calls?runId=${first}`);
    expect(ofFirst.costs).toEqual([{ currency: 'USD', calls: 1, millionths: cost }]);
    expect(ofFirst.items).toMatchObject([
      {
        provider: 'openai',
        model: 'gpt-5-mini',
        left: true,
        inputTokens: 100,
        cost: { millionths: cost, currency: 'USD' },
      },
    ]);
    expect(JSON.stringify(ofFirst.items)).toContain('write to [email-1]');
    expect(JSON.stringify(all)).not.toContain('ana@example.com');
    const page = await get('/models/calls?limit=1');
    const next = await get(`/models/calls?limit=1&cursor=${page.nextCursor}`);
    expect([page.items, next.items].flat()).toEqual(all.items);
    expect(await get('/models')).toMatchObject({ spentToday: { millionths: 2 * cost } });
  });
});

describe('the words of a call', () => {
  it('are gone once the person wants them kept no longer; what it cost stays', async () => {
    const { door, get, put } = await withModel(knows);
    await door.life.still(await door.life.say(RIDDLE));
    const [before] = (await get('/models/calls')).items as object[];
    expect(before).toMatchObject({ answer: addOatMilk });
    await put({ privacy: { keepDays: 1 } });
    expect((await get('/models/calls')).items).toEqual([
      { ...before, keptUntil: expect.stringMatching(/^2026-11-25T10:00/) },
    ]);
    door.life.pass(2 * 86_400_000);
    expect((await get('/models/calls')).items).toMatchObject([{ sent: null, answer: null, outcome: 'answered' }]);
    await put({ privacy: { keepDays: 0 } });
    await put({ privacy: { keepDays: 900 } });
    expect((await get('/models/calls')).items).toMatchObject([{ sent: null, answer: null }]);
  });
});

/** Runbook 24.2, docs/runbooks/model-regression.md. */
describe('a model that is not relied on', () => {
  it('3. is tried out on known questions, and relied on again when it answers all of them', async () => {
    let isWell = false;
    const { door, put, get } = await withModel((input) => (isWell ? knows(input) : 'nonsense'));
    await put({ watch: { least: 3 } });
    await door.life.still(await door.life.say(RIDDLE));
    expect((await get('/models')).notReliedOn).toMatchObject([{ model: 'openai/gpt-5-mini' }]);
    const tryOut = async () =>
      (await door.call('POST', '/api/v1/models/try-out')).body as { items: { model: string }[] };
    const still = (await tryOut()).items.find(({ model }) => model === 'openai/gpt-5-mini');
    expect(still).toMatchObject({
      passed: 0,
      of: 4,
      says: 'openai/gpt-5-mini still does not answer well: 0 of 4 known questions.',
    });
    expect((await get('/models')).notReliedOn).not.toEqual([]);
    isWell = true;
    const again = (await tryOut()).items.find(({ model }) => model === 'openai/gpt-5-mini');
    expect(again).toMatchObject({
      passed: 4,
      of: 4,
      says: 'openai/gpt-5-mini answers well again: 4 of 4 known questions.',
    });
    const notReliedOn = (await get('/models')).notReliedOn as { model: string }[];
    expect(notReliedOn.map(({ model }) => model)).not.toContain('openai/gpt-5-mini');
    const { items } = await door.life.api.events.history({});
    const told = items.map(({ body }) => body.kind).filter((kind) => kind.startsWith('model.'));
    expect(told).toContain('model.doubted');
    expect(told).toContain('model.relied-on');
  });

  it('5. can be taken out of the list, and the shipped list put back', async () => {
    const { put, get } = await withModel(knows);
    const models = await get('/models');
    const list = (models.settings as { models: { name: string }[] }).models;
    const without = await put({ models: list.filter(({ name }) => name !== 'gpt-5-mini') });
    expect((without.body as { asked: object[] }).asked).toContainEqual({
      profile: 'fast_structured',
      models: ['openai/gpt-5.2'],
    });
    expect(await put({ models: null })).toMatchObject({ body: { settings: { models: list } } });
  });
});
