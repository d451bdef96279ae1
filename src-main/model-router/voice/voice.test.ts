import { describe, expect, it, onTestFinished } from 'vitest';
import { createIds } from '#main/ids.ts';
import { openRouter } from '#main/model-router/router-for-tests.ts';
import { createVoice } from '#main/model-router/voice/voice-sessions.ts';
import { startListeningServer } from '#tests/peers/listening-server.ts';

const SECOND = new Uint8Array(48_000);
const WORDS = ['put', 'dentist', 'on', 'Thursday', 'at', '3pm'];

async function withServer(hears: Parameters<typeof startListeningServer>[0] = { words: WORDS }, elsewhere = false) {
  const server = await startListeningServer(hears);
  onTestFinished(() => server.close());
  const life = await openRouter();
  const kind = elsewhere ? 'openai' : 'compatible';
  const mine = { id: 'mine', kind, title: 'Mine', baseUrl: server.baseUrl, use: 'auto', secret: 'A_KEY' } as const;
  const price = { currency: 'USD', input: 300, cachedInput: 300, output: 500 };
  const ears = { provider: 'mine', name: 'ears', profiles: ['realtime_voice' as const], price, background: false };
  await life.set({ providers: [mine], models: [ears] });
  const ids = createIds();
  const voice = createVoice(life.router, () => ids.next());
  const begin = async () => {
    const begun = await voice.begin();
    if (!begun.ok) throw new Error(JSON.stringify(begun.failure));
    return begun.value;
  };
  return { ...life, server, voice, begin };
}

describe('what the person says', () => {
  it('comes as words while they speak, whole at the end, and is a call that can be looked at', async () => {
    const { server, voice, begin, calls } = await withServer();
    const id = await begin();
    voice.hear(id, SECOND);
    await expect.poll(() => voice.hear(id, new Uint8Array(0))?.text).toBe('put dentist on Thursday');
    voice.hear(id, SECOND);
    expect(await voice.end(id)).toEqual({ ok: true, value: WORDS.join(' ') });
    expect(server.soundBytes()).toBe(2 * SECOND.byteLength);
    expect(server.sent('session.update')).toMatchObject([
      { session: { type: 'transcription', audio: { input: { transcription: { model: 'ears' } } } } },
    ]);
    expect(calls()).toMatchObject([
      {
        purpose: 'listen',
        profile: 'realtime_voice',
        outcome: 'answered',
        left: false,
        inputTokens: 20,
        answer: WORDS.join(' '),
        sent: { input: 'Speech. The sound is not kept.' },
      },
    ]);
    // Nothing of the sound is anywhere in the log of calls.
    expect(JSON.stringify(calls()).length).toBeLessThan(2_000);
  });

  it('is heard from its first moment, also while the connection is made', async () => {
    const { server, voice, begin } = await withServer();
    const id = await begin();
    for (let n = 0; n < 4; n += 1) voice.hear(id, SECOND);
    expect(await voice.end(id)).toMatchObject({ ok: true });
    expect(server.soundBytes()).toBe(4 * SECOND.byteLength);
  });

  it('is nothing where nobody spoke', async () => {
    const { voice, begin } = await withServer();
    expect(await voice.end(await begin())).toEqual({ ok: true, value: '' });
  });

  it('is dropped when it begins anew, and nothing of it comes any more', async () => {
    const { voice, begin, calls } = await withServer();
    const first = await begin();
    voice.hear(first, SECOND);
    const second = await begin();
    expect(voice.hear(first, SECOND)).toBeNull();
    expect(await voice.end(first)).toBeNull();
    voice.hear(second, SECOND);
    expect(await voice.end(second)).toMatchObject({ ok: true, value: WORDS.join(' ') });
    expect(calls().map(({ outcome, answer }) => [outcome, answer])).toEqual([
      ['stopped', ''],
      ['answered', WORDS.join(' ')],
    ]);
  });

  it('ends after two minutes, and what was said until then stands', async () => {
    const { server, voice, begin } = await withServer();
    const id = await begin();
    for (let n = 0; n < 120; n += 1) expect(voice.hear(id, SECOND)?.failure).toBeNull();
    expect(voice.hear(id, SECOND)?.failure).toMatchObject({ kind: 'refused' });
    expect(await voice.end(id)).toMatchObject({ ok: true, value: WORDS.join(' ') });
    expect(server.soundBytes()).toBe(120 * SECOND.byteLength);
  });
});

describe('when it does not work out', () => {
  it('a connection that is cut in the middle says so, and the words so far stand', async () => {
    const { server, voice, begin, calls } = await withServer();
    const id = await begin();
    voice.hear(id, SECOND);
    await expect.poll(() => voice.hear(id, new Uint8Array(0))?.text).toContain('put dentist');
    server.cut();
    await expect
      .poll(() => voice.hear(id, new Uint8Array(0)))
      .toMatchObject({ text: 'put dentist on Thursday', failure: { kind: 'unreachable', service: 'Mine' } });
    expect(await voice.end(id)).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
    expect(calls()).toMatchObject([{ outcome: 'failed', answer: 'put dentist on Thursday' }]);
  });

  it('what broke is a failure in the log of calls, also where it is dropped then', async () => {
    const { server, voice, begin, calls } = await withServer();
    const id = await begin();
    voice.hear(id, SECOND);
    await expect.poll(() => voice.hear(id, new Uint8Array(0))?.text).toContain('put dentist');
    server.cut();
    await expect.poll(() => voice.hear(id, new Uint8Array(0))?.failure?.kind).toBe('unreachable');
    await voice.drop(id);
    expect(calls()).toMatchObject([{ outcome: 'failed', answer: 'put dentist on Thursday' }]);
  });

  it.each([
    [{ type: 'error', error: { code: 'insufficient_quota' } }, { kind: 'refused' }],
    [{ type: 'error', error: { code: 'rate_limit_exceeded' } }, { kind: 'rate-limited' }],
    [{ type: 'error', error: { code: 'invalid_api_key' } }, { kind: 'needs-reconnect' }],
    [{ type: 'error', error: {} }, { kind: 'unreadable' }],
    [{ type: 'conversation.item.input_audio_transcription.failed', item_id: 'x' }, { kind: 'unreadable' }],
  ])('%j is told in our own words', async (event, failure) => {
    const { server, voice, begin } = await withServer();
    const id = await begin();
    voice.hear(id, SECOND);
    await expect.poll(() => server.soundBytes()).toBeGreaterThan(0);
    server.tell(event);
    expect(await voice.end(id)).toMatchObject({ ok: false, failure });
  });

  it.each([
    [401, { kind: 'needs-reconnect', provider: 'Mine' }],
    [404, { kind: 'not-found' }],
    [429, { kind: 'rate-limited', retryAfterSeconds: 10 }],
    [302, { kind: 'invalid-arguments' }],
    [503, { kind: 'unreachable', service: 'Mine' }],
  ])('who turns us away with %i is told of in our own words', async (status, failure) => {
    const { voice, begin } = await withServer({ status });
    expect(await voice.end(await begin())).toMatchObject({ ok: false, failure });
  });

  it('words without end, and what hides in them, are not taken', async () => {
    const { server, voice, begin } = await withServer();
    const id = await begin();
    voice.hear(id, SECOND);
    await expect.poll(() => server.soundBytes()).toBeGreaterThan(0);
    const delta = { type: 'conversation.item.input_audio_transcription.delta', item_id: 'hidden' };
    server.tell({ ...delta, delta: 'pay\u200b \u202eAna' });
    await expect.poll(() => voice.hear(id, new Uint8Array(0))?.text).toContain('pay Ana');
    server.tell({ ...delta, delta: 'and '.repeat(6_000) });
    expect(await voice.end(id)).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });

  it('where nothing listens can’t be reached', async () => {
    const { voice, begin, server } = await withServer();
    await server.close();
    expect(await voice.end(await begin())).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
  });

  it('what it tells that is no message of the protocol is let pass', async () => {
    const { server, voice, begin } = await withServer();
    const id = await begin();
    voice.hear(id, SECOND);
    await expect.poll(() => server.soundBytes()).toBeGreaterThan(0);
    server.tell({ type: 'conversation.item.input_audio_transcription.delta', item_id: 7, delta: { a: 1 } });
    server.tell({ anything: 'else' });
    expect(await voice.end(id)).toMatchObject({ ok: true });
  });
});

describe('whether it is offered', () => {
  it('is only where a model for speech may be asked', async () => {
    const { voice, set } = await withServer();
    expect(await voice.isOffered()).toBe(true);
    await set({ models: [] });
    expect(await voice.isOffered()).toBe(false);
    expect(await voice.begin()).toMatchObject({ ok: false });
  });

  it('is not elsewhere while a part of life is to stay on this computer: what is said may be about it', async () => {
    const { voice, set, server } = await withServer({ words: WORDS }, true);
    expect(await voice.isOffered()).toBe(true);
    await set({ privacy: { staysHere: ['health'], keepDays: 30 } });
    expect(await voice.isOffered()).toBe(false);
    expect(await voice.begin()).toMatchObject({ ok: false });
    expect(server.connections()).toBe(0);
  });

  it('is here all the same where the model is on this computer', async () => {
    const { voice, set } = await withServer();
    await set({ privacy: { staysHere: ['health'], keepDays: 30 } });
    expect(await voice.isOffered()).toBe(true);
  });

  it('takes the budget for the longest speech before anything leaves', async () => {
    const { voice, set, server, calls } = await withServer({ words: WORDS }, true);
    await set({ budget: { currency: 'USD', perDay: 1, perAutomation: 1, rates: {} } });
    expect(await voice.begin()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(server.connections()).toBe(0);
    expect(calls()).toMatchObject([{ purpose: 'listen', outcome: 'no-budget' }]);
  });
});
