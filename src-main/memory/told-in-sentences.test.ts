import { describe, expect, it } from 'vitest';
import type { MemoryItem, NewMemoryItem } from '#contract/model/memory-item.ts';
import { startLife, type TestLife } from '#main/compose-for-tests.ts';

const known = async (life: TestLife): Promise<MemoryItem[]> =>
  (await life.api.memory.list()).items.filter(({ status }) => status === 'known');
const texts = (items: readonly MemoryItem[]) => items.map((item) => (item.kind === 'person' ? item.email : item.text));

/** Says a sentence, says yes to what it asks, and waits for the end. */
async function done(life: TestLife, sentence: string) {
  const run = await life.still(await life.say(sentence));
  if (run.state !== 'waiting_approval') return run;
  await life.approve(run.id);
  return life.still(run.id);
}

const add = (life: TestLife, item: NewMemoryItem) => life.api.memory.add({ item });

describe('what is told in a sentence', () => {
  it('is remembered with the very words, when, and the request; Undo forgets it', async () => {
    const life = await startLife('as shipped');
    const run = await done(life, 'Remember that I’m vegetarian');
    expect(run.state).toBe('completed');
    expect(run.approvals).toEqual([]);
    const [item] = await known(life);
    expect(item).toMatchObject({
      kind: 'fact',
      text: 'I’m vegetarian',
      learnt: { by: 'said', quote: 'Remember that I’m vegetarian', runId: run.id, from: null },
    });

    const [step] = run.steps;
    await life.api.undo.request({ target: { of: 'step', runId: run.id, stepId: step?.id ?? '' } });
    await life.until(() => life.run(run.id).steps[0]?.undo.state === 'undone');
    expect(await known(life)).toEqual([]);
  });

  it('takes the place of what it corrects in one transaction, and what it was stays to be seen', async () => {
    const life = await startLife('as shipped');
    await done(life, 'Remember that I live in Porto');
    const run = await done(life, 'No, I moved to Lyon');
    const { items } = await life.api.memory.list();
    expect(items.map(({ status, corrects }) => ({ status, corrects }))).toEqual([
      { status: 'superseded', corrects: null },
      { status: 'known', corrects: items[0]?.id },
    ]);
    expect(texts(await known(life))).toEqual(['I moved to Lyon']);

    await life.api.undo.request({ target: { of: 'run', runId: run.id } });
    await life.until(() => life.run(run.id).steps[0]?.undo.state === 'undone');
    expect(texts(await known(life))).toEqual(['I live in Porto']);
  });

  it('is forgotten only with a yes to the card that shows it, and comes back for a week', async () => {
    const life = await startLife('as shipped');
    await add(life, { kind: 'fact', text: 'The alarm code is 4711' });
    const asked = await life.still(await life.say('forget that the alarm code is 4711'));
    expect(asked.state).toBe('waiting_approval');
    expect(asked.approvals[0]?.card.differences).toEqual([
      { label: 'What I know', before: 'The alarm code is 4711', after: null },
    ]);
    expect(asked.approvals[0]?.card.title).not.toContain('4711');
    await life.approve(asked.id);
    const over = await life.still(asked.id);
    expect(over.state).toBe('completed');
    expect(await known(life)).toEqual([]);

    await life.api.undo.request({ target: { of: 'run', runId: asked.id } });
    await life.until(() => life.run(asked.id).steps[0]?.undo.state === 'undone');
    expect(texts(await known(life))).toEqual(['The alarm code is 4711']);
  });

  it('is told again with where it stands, also from notes, and each telling counts as a use', async () => {
    const life = await startLife('as shipped');
    await done(life, 'remember that Ana likes tulips');
    await done(life, 'write a note that the tulips for Ana are in the cellar');
    await life.lifeOs.engine.recall.sync();
    const run = await done(life, 'What do you know about Ana?');
    const report = run.steps[0]?.report;
    expect(report?.says).toBe('This is what I know about “Ana”:');
    expect(report?.lines.join('\n')).toMatch(/Ana likes tulips/);
    expect(report?.lines.join('\n')).toMatch(/In the note “The tulips for Ana/);
    const [item] = await known(life);
    const { uses } = await life.api.memory.uses({ id: item?.id ?? '' });
    expect(uses.map(({ runId }) => runId)).toEqual([run.id]);
  });

  it.each([
    'if I were vegan I would eat more beans',
    'remember that if I were vegan I would cook more',
    'imagine I lived in Rome',
    'what if I moved to Rome',
    'suppose my dentist is Dr Lopes',
    'pretend I am allergic to nuts',
  ])('is no fact when it is a what-if: %s', async (sentence) => {
    const life = await startLife('as shipped');
    const run = await life.still(await life.say(sentence));
    expect(run.steps).toEqual([]);
    expect((await life.api.memory.list()).items).toEqual([]);
  });
});

describe('what is gathered', () => {
  it('waits for a yes with the sentence that it was gathered from, and is not used before', async () => {
    const life = await startLife('as shipped');
    await done(life, 'draft an email to Bea Costa (bea@example.com) that I am late');
    const [waiting] = (await life.api.memory.list()).items;
    expect(waiting).toMatchObject({
      kind: 'person',
      name: 'Bea Costa',
      status: 'waiting',
      learnt: { by: 'inferred', quote: 'draft an email to Bea Costa (bea@example.com) that I am late' },
    });
    const before = await life.still(await life.say('draft an email to Bea that it is fine'));
    expect(before.question?.says).toContain('address of Bea');

    await life.api.memory.confirm({ id: waiting?.id ?? '', yes: true });
    const after = await done(life, 'draft an email to Bea that it is fine');
    expect(after.state).toBe('completed');
    const uses = (await life.api.memory.list()).uses;
    expect(uses[waiting?.id ?? '']).toBe(1);
  });

  it('is gone after a no', async () => {
    const life = await startLife('as shipped');
    await done(life, 'draft an email to Bea Costa (bea@example.com) that I am late');
    const [waiting] = (await life.api.memory.list()).items;
    expect(await life.api.memory.confirm({ id: waiting?.id ?? '', yes: false })).toMatchObject({ status: 'gone' });
    expect((await life.api.memory.list()).items).toEqual([]);
  });
});

describe('what is remembered as a value', () => {
  it('carries that it came from the memory, and the card shows the words', async () => {
    const life = await startLife('as shipped');
    await add(life, { kind: 'fact', text: 'My daughter’s school is the Escola da Ponte' });
    const run = await life.still(await life.say('put parents’ evening on Thursday at 7pm at my daughter’s school'));
    const value = run.approvals[0]?.card.values.find(({ path }) => path === '/location');
    expect(value).toMatchObject({
      value: 'the Escola da Ponte',
      provenance: ['memory'],
      sources: [
        { what: 'memory', words: { quote: 'My daughter’s school is the Escola da Ponte', start: 24, end: 43 } },
      ],
    });
    const [item] = await known(life);
    expect((await life.api.memory.list()).uses[item?.id ?? '']).toBe(1);
  });
});
