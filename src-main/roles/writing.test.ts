import { describe, expect, it } from 'vitest';
import type { WritingNews } from '#contract/model/text-under-way.ts';
import type { TestLife } from '#main/compose-for-tests.ts';
import { callsOf } from '#main/planner/with-model/life-with-model-for-tests.ts';
import { lifeWithSpoken } from '#main/roles/spoken-by-hand-for-tests.ts';

const LUNCH = 'Draft an email to ana@example.com about lunch on Friday';
const TEXT = 'I would love to have lunch with you on Friday.\n\nDoes that suit you?';

/** Somebody who looks on: what they see, put together from the news. */
async function lookOn({ api }: TestLife, id: string) {
  const leaving = new AbortController();
  const stream = await api.writing.live({ id }, { signal: leaving.signal });
  const texts = new Map<string, string>();
  const heard: WritingNews[] = [];
  const next = async (): Promise<WritingNews> => {
    const { value } = await stream.next();
    const news = value as WritingNews;
    heard.push(news);
    if (news.kind === 'ended') texts.delete(news.id);
    else texts.set(news.id, (texts.get(news.id) ?? '').slice(0, news.keep) + news.add);
    return news;
  };
  return {
    heard,
    texts: () => [...texts.values()],
    next,
    /** Listens on until the text reads so. */
    async until(text: string): Promise<string> {
      for (;;) {
        const news = await next();
        if (news.kind === 'text' && texts.get(news.id) === text) return news.id;
      }
    },
    leave: () => leaving.abort(),
  };
}

/** What whoever looks in now is told at once; null where there is nothing. */
async function newsAtOnce({ lifeOs }: TestLife, id: string): Promise<WritingNews | null> {
  const leaving = new AbortController();
  const first = lifeOs.engine.roles.underWay.live(id, leaving.signal).next();
  leaving.abort();
  const { value } = await first;
  return value ?? null;
}

const logOf = async ({ api }: TestLife) => JSON.stringify((await api.events.history({ limit: 500 })).items);

describe('a text that a model is writing', () => {
  it('is seen while it comes, and by whoever looks in later from its beginning', async () => {
    const { life, spoken } = await lifeWithSpoken();
    const id = await life.say(LUNCH);
    await spoken.asked();
    const first = await lookOn(life, id);
    // No word has come yet: that it is being written is seen all the same.
    expect(await first.next()).toMatchObject({ kind: 'text', what: 'message', stepId: null, add: '', about: LUNCH });
    spoken.say('I would love ');
    await first.until('I would love ');
    spoken.say('to have lunch');
    await first.until('I would love to have lunch');
    expect(first.heard.at(-1)).toMatchObject({ keep: 'I would love '.length, add: 'to have lunch' });
    const later = await lookOn(life, id);
    expect(await later.next()).toMatchObject({ keep: 0, add: 'I would love to have lunch' });
    spoken.say(TEXT.slice('I would love to have lunch'.length));
    spoken.finish();
    while ((await first.next()).kind !== 'ended');
    expect(first.texts()).toEqual([]);
    const run = await life.still(id);
    expect(run.steps).toMatchObject([{ action: 'drafts.write' }]);
    expect(JSON.stringify(run)).toContain('Does that suit you?');
    first.leave();
    later.leave();
  });

  it('begins afresh when what it claims was not given, and what was written before is not seen any more', async () => {
    const { life, spoken } = await lifeWithSpoken();
    const id = await life.say(LUNCH);
    await spoken.asked();
    const seen = await lookOn(life, id);
    spoken.say('See you on Friday at 12:30.');
    await seen.until('See you on Friday at 12:30.');
    spoken.finish();
    await spoken.asked(2);
    spoken.say('Shall we have lunch?');
    await seen.until('Shall we have lunch?');
    spoken.finish();
    expect(JSON.stringify(await life.still(id))).not.toContain('12:30');
    seen.leave();
  });

  it('can be stopped in the middle: nothing of it is used, it costs what was used, and its call says so', async () => {
    const { life, spoken } = await lifeWithSpoken();
    const id = await life.say(LUNCH);
    await spoken.asked();
    const seen = await lookOn(life, id);
    spoken.say('I would love to');
    const writingId = await seen.until('I would love to');
    const [out] = await callsOf(life);
    expect(await life.api.writing.stop({ id, writingId })).toEqual({ stopped: true });
    const run = await life.still(id);
    expect(run).toMatchObject({ state: 'waiting_approval', question: { id: '1.message' }, steps: [] });
    expect(await seen.next()).toEqual({ kind: 'ended', id: writingId });
    const calls = await callsOf(life);
    expect(calls).toMatchObject([{ outcome: 'stopped', answer: 'I would love to' }]);
    expect(calls[0]?.cost.millionths).toBeGreaterThan(0);
    expect(calls[0]?.cost.millionths).toBeLessThan(out?.cost.millionths ?? 0);
    // Twice is once, and what is over can't be stopped.
    expect(await life.api.writing.stop({ id, writingId })).toEqual({ stopped: false });
    const log = await logOf(life);
    expect(log).toContain('"writing.stopped"');
    expect(log).not.toContain('I would love to');
    seen.leave();
  });

  it('can be stopped before its first word, and the person’s own answer is taken instead', async () => {
    const { life, spoken } = await lifeWithSpoken();
    const id = await life.say(LUNCH);
    await spoken.asked();
    const seen = await lookOn(life, id);
    const news = await seen.next();
    await life.api.writing.stop({ id, writingId: news.id });
    expect(await life.still(id)).toMatchObject({ question: { id: '1.message' } });
    expect(await callsOf(life)).toMatchObject([{ outcome: 'stopped', answer: '' }]);
    await life.api.workflows.answer({ id, questionId: '1.message', text: 'Lunch at noon?' });
    await life.until(() => life.run(id).steps.length > 0);
    expect(JSON.stringify(await life.still(id))).toContain('Lunch at noon?');
    expect(await callsOf(life)).toHaveLength(1);
    seen.leave();
  });

  it('that breaks off in the middle is not used', async () => {
    const { life, spoken } = await lifeWithSpoken();
    const id = await life.say(LUNCH);
    await spoken.asked();
    const seen = await lookOn(life, id);
    spoken.say('I would love to');
    await seen.until('I would love to');
    spoken.cut();
    const run = await life.still(id);
    expect(run).toMatchObject({ question: { id: '1.message' }, steps: [] });
    expect((await callsOf(life)).map(({ outcome }) => outcome)).toContain('failed');
    expect(await logOf(life)).not.toContain('I would love to');
    expect(seen.heard.filter(({ kind }) => kind === 'ended')).toEqual([]);
    while ((await seen.next()).kind !== 'ended');
    expect(seen.texts()).toEqual([]);
    seen.leave();
  });

  it('is called off by a pause, and written anew when work goes on', async () => {
    const { life, spoken } = await lifeWithSpoken();
    const id = await life.say(LUNCH);
    await spoken.asked();
    spoken.say('I would love to');
    await life.api.pause.everything({});
    while ((await callsOf(life))[0]?.outcome !== 'stopped') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(life.run(id)).toMatchObject({ state: 'planning', question: null, steps: [] });
    expect(await newsAtOnce(life, id)).toBeNull();
    await life.api.pause.resume({ all: true });
    await spoken.asked(2);
    spoken.say('Shall we have lunch?');
    spoken.finish();
    expect(JSON.stringify(await life.still(id))).toContain('Shall we have lunch?');
  });

  it('is none where the part of life stays on this computer', async () => {
    const { life } = await lifeWithSpoken();
    await life.api.models.update({ privacy: { staysHere: ['health'] } });
    const id = await life.say('Draft an email to ana@example.com about my diagnosis');
    expect(await life.still(id)).toMatchObject({ question: { id: '1.message' } });
    expect(await callsOf(life)).toEqual([]);
    expect(await newsAtOnce(life, id)).toBeNull();
  });

  it('is told of the run that it is of and of no other, and stopped by its own name alone', async () => {
    const { life, spoken } = await lifeWithSpoken();
    const id = await life.say(LUNCH);
    await spoken.asked();
    const other = await life.say('Add milk to the shopping list');
    expect(await newsAtOnce(life, other)).toBeNull();
    const seen = await lookOn(life, id);
    const { id: writingId } = await seen.next();
    expect(await life.api.writing.stop({ id: other, writingId })).toEqual({ stopped: false });
    await expect(life.api.writing.stop({ id: 'nobody', writingId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await life.api.workflows.cancel({ id });
    while ((await seen.next()).kind !== 'ended');
    seen.leave();
  });
});
