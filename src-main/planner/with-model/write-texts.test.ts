import { describe, expect, it } from 'vitest';
import { startLife } from '#main/compose-for-tests.ts';
import { startStub } from '#main/model-router/router-for-tests.ts';
import { callsOf } from '#main/planner/with-model/life-with-model-for-tests.ts';
import { toneOf } from '#main/planner/with-model/own-tone.ts';
import { findUnfounded } from '#main/roles/find-unfounded.ts';

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
    expect(run.steps[0]?.drafted.map(({ after }) => after)).toEqual([
      'ana@example.com',
      'Lunch on Friday',
      `Hi Ana,\n\n${TEXT}\n`,
    ]);
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

describe('how the person writes', () => {
  it('is told as habits, without a word of what they wrote', () => {
    const texts = [
      'Hi Tom,\n\nI’m running late. See you at the clinic!\n',
      'Hi Ana,\n\nThat’s fine with me. Don’t worry!\n',
      'Hello,\n\nI’ll bring the keys. It’s all good!\n',
    ];
    expect(toneOf(texts)).toEqual([
      'sentences of about 4 words',
      'texts of about 10 words',
      'contractions such as I’m',
      'exclamation marks',
      'no emoji',
    ]);
    expect(toneOf(texts.slice(1))).toEqual([]);
  });

  it('goes to the model with the next text, from what they wrote themselves and from nothing that a model did', async () => {
    const { life, stub } = await lifeWithWriter(TEXT);
    const askedFor = () => JSON.stringify(stub.getRequests().at(-1)?.body);
    await life.still(await life.say(LUNCH));
    for (const day of ['Monday', 'Tuesday']) {
      await life.still(await life.say(`Draft an email to ana@example.com that I’ll be late on ${day}!`));
    }
    await life.still(await life.say(LUNCH));
    // Two of their own are too few, and the model's does not count.
    expect(askedFor()).not.toContain('contractions such as');
    await life.still(await life.say('Draft an email to ana@example.com that I’ve found the keys!'));
    await life.still(await life.say(LUNCH));
    expect(askedFor()).toContain('contractions such as');
    expect(askedFor()).not.toContain('found the keys');
  });
});

describe('a letter, a post or a checklist of which only the topic was said', () => {
  it('is written by a model as well, and says that a model had a part in it', async () => {
    const { life } = await lifeWithWriter('The heating is broken. Please send somebody to repair it.');
    const run = await life.still(await life.say('Write a letter to my landlord about the broken heating'));
    expect(run).toMatchObject({ state: 'completed', steps: [{ action: 'documents.write-note', risk: 'L1' }] });
    expect(run.steps[0]?.report?.says).toContain('Letter to my landlord');
    const [note] = run.artifacts;
    const text = String(await (await life.api.artifacts.content({ id: note?.id ?? '' })).text());
    expect(text).toContain(
      'Dear landlord,\n\nThe heating is broken. Please send somebody to repair it.\n\nKind regards,',
    );
    const [row] = life.lifeOs.engine.journal.orm.$client
      .prepare('SELECT origins_json AS origins FROM workflow_steps')
      .all() as { origins: string }[];
    expect(JSON.parse(row?.origins ?? '')).toMatchObject({ '/body': ['model', 'person'] });
    expect(await callsOf(life)).toMatchObject([{ purpose: 'write', prompt: expect.stringContaining('text-writer@1') }]);
  });

  it('asks for what is on a list with the items beside it, each the model’s', async () => {
    const { life } = await lifeWithWriter('watering can, gloves, seeds, spade');
    const run = await life.still(await life.say('Make a checklist for the allotment'));
    expect(run).toMatchObject({ state: 'waiting_approval', steps: [{ action: 'lists.add-items' }] });
    const items = ['watering can', 'gloves', 'seeds', 'spade'];
    const shown = expect.objectContaining({ path: '/items', value: items, provenance: ['model', 'person'] });
    expect(run.approvals[0]?.card.values).toContainEqual(shown);
  });

  it('is asked for where there is no model, with a ready answer where one claims nothing', async () => {
    const life = await startLife('as shipped');
    const run = await life.still(await life.say('Write a cancellation letter to my gym'));
    expect(run.question).toMatchObject({ id: '1.text', choices: [expect.stringContaining('end my contract')] });
    await life.api.workflows.answer({ id: run.id, questionId: '1.text', text: run.question?.choices[0] ?? '' });
    const done = await life.still(run.id);
    expect(done.state).toBe('completed');
    const [note] = done.artifacts;
    const text = String(await (await life.api.artifacts.content({ id: note?.id ?? '' })).text());
    expect(text).toMatch(
      /^# Letter of notice to my gym\n\n\d+ \w+ \d{4}\n\nDear Sir or Madam,\n\nI am writing to end my contract/,
    );
  });

  it('is asked for where nothing of it was said, also with a model', async () => {
    const { life, stub } = await lifeWithWriter('Anything.');
    expect(await life.still(await life.say('Write a letter to Ana'))).toMatchObject({ question: { id: '1.words' } });
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
