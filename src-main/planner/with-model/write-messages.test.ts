import { describe, expect, it } from 'vitest';
import { startLife } from '#main/compose-for-tests.ts';
import { startStub } from '#main/model-router/router-for-tests.ts';
import { findUnfounded } from '#main/planner/with-model/find-unfounded.ts';
import { callsOf } from '#main/planner/with-model/life-with-model-for-tests.ts';

const LUNCH = 'Draft an email to ana@example.com about lunch on Friday';
const TEXT = 'I would love to have lunch with you on Friday.\n\nDoes that suit you?';

async function lifeWithWriter(...texts: string[]) {
  const stub = await startStub();
  stub.onMessage(/./, () => ({ content: texts.length > 1 ? String(texts.shift()) : String(texts[0]) }));
  const environment = { OPENAI_API_KEY: 'a-key', OPENAI_BASE_URL: `${stub.url}/v1` };
  return { stub, life: await startLife('as shipped', { environment }) };
}

describe('an email of which only the topic was said', () => {
  it('is written by a model, as a draft whose text says that a model had a part in it', async () => {
    const { life } = await lifeWithWriter(TEXT);
    const run = await life.still(await life.say(LUNCH));
    expect(run.steps).toMatchObject([{ action: 'drafts.write', risk: 'L1' }]);
    expect(run.steps[0]?.drafted.map(({ after }) => after)).toEqual(['ana@example.com', 'Lunch on Friday', `Hi Ana,\n\n${TEXT}\n`]);
    const items = await callsOf(life);
    expect(items).toMatchObject([{ purpose: 'write', profile: 'longform', model: 'gpt-5.2', outcome: 'answered' }]);
    expect(items[0]?.sent?.input).toContain('[email-1]');
    const [row] = life.lifeOs.engine.journal.orm.$client
      .prepare('SELECT origins_json AS origins FROM workflow_steps')
      .all() as { origins: string }[];
    expect(JSON.parse(row?.origins ?? '')).toMatchObject({ '/body': ['model', 'person'] });
  });

  it('is written again when it claims what nobody said', async () => {
    const { life } = await lifeWithWriter('Let us have lunch on Friday at 12:30, it costs 20 €.', TEXT);
    const run = await life.still(await life.say(LUNCH));
    expect(JSON.stringify(run)).not.toContain('12:30');
    const items = await callsOf(life);
    expect(items.map(({ outcome }) => outcome)).toEqual(['answered', 'invalid']);
    expect(items[0]?.sent?.input).toContain('“12:30” is not in what was given.');
  });

  it('is asked about as ever when no model can write it truthfully, or there is none', async () => {
    const { life } = await lifeWithWriter('See you at 9 on Monday.');
    expect(await life.still(await life.say(LUNCH))).toMatchObject({ question: { id: '1.message' } });
    const without = await startLife('as shipped');
    expect(await without.still(await without.say(LUNCH))).toMatchObject({ question: { id: '1.message' } });
  });

  it('is not made up where not even the topic was said, and not touched where the text was', async () => {
    const { life, stub } = await lifeWithWriter(TEXT);
    expect(await life.still(await life.say('Draft an email to ana@example.com'))).toMatchObject({
      question: { id: '1.message' },
    });
    await life.still(await life.say('Draft an email to ana@example.com that I’ll be late'));
    expect(stub.getRequests()).toEqual([]);
  });
});

describe('what a text claims that nobody gave', () => {
  it.each([
    ['See you on Friday at 12:30.', 'lunch on Friday', ['“12:30” is not in what was given.']],
    ['See you on Monday.', 'lunch on Friday', ['“Monday” is not in what was given.']],
    ['It is at https://example.com/x', 'lunch', ['“https://example.com/x” is not in what was given.']],
    ['Dear [name], hello', 'lunch', ['“[name]” is a blank that nobody fills in.']],
    ['Thanks for the 20 euros of 3 May.', 'thank Tom for the 20 euros of 3 May', []],
    ['May I come by on Friday?', 'ask whether I may come on friday', []],
    ['It cost 20.', 'it cost 20', []],
  ])('%s', (text, given, problems) => {
    expect(findUnfounded(text, given)).toEqual(problems);
  });
});
