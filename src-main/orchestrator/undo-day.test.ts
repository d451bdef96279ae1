import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn } from '#main/ledger-for-tests.ts';

const HOUR = 3_600_000;
const plans = {
  morning: planOf(step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] })),
  noon: planOf(step('draft', 'c'), step('send', 'sent', { dependsOn: ['c'] })),
  tomorrow: planOf(step('draft', 'd')),
};
const tuesday = { of: 'day', day: '2026-11-24', timeZone: 'Europe/Lisbon' } as const;

async function livedThrough(life: TestLife, sentence: string): Promise<string> {
  const run = await life.still(await life.say(sentence));
  if (run.state === 'waiting_approval') await life.approve(run.id);
  await life.until(() => life.run(run.id).state === 'completed');
  return run.id;
}

async function twoDays(ledger = createLedger()) {
  const life = await startLife(plans, { ledger });
  const morning = await livedThrough(life, 'morning');
  const noon = await livedThrough(life, 'noon');
  life.pass(24 * HOUR);
  await livedThrough(life, 'tomorrow');
  return { life, morning, noon };
}

const undoneIn = async (life: TestLife) => {
  const { items } = await life.api.events.history({ limit: 500 });
  return items.toReversed().flatMap(({ body, stepId }) => (body.kind === 'undo.happened' ? [stepId] : []));
};

describe('taking a day back', () => {
  it('names first what can’t be, then all the rest, latest first over all requests', async () => {
    const { life } = await twoDays();
    const { items } = await life.api.undo.preview({ target: tuesday });
    expect(items.map(({ stepId, verdict, whyNot }) => [stepId, verdict, whyNot])).toEqual([
      ['sent', 'cannot', 'not-undoable'],
      ['c', 'will', null],
      ['b', 'will', null],
      ['a', 'will', null],
    ]);
    expect(entriesIn(life.folder)).toEqual(['a', 'b', 'c', 'sent', 'd']);
  });

  it('takes back everything of that day, in that order, and leaves other days alone', async () => {
    const { life } = await twoDays();
    const request = await life.api.undo.request({ target: tuesday });
    expect(request).toMatchObject({ state: 'done', reason: 'asked' });
    expect(request.items.map(({ stepId, state }) => [stepId, state])).toEqual([
      ['c', 'undone'],
      ['b', 'undone'],
      ['a', 'undone'],
    ]);
    expect(await undoneIn(life)).toEqual(['c', 'b', 'a']);
    expect(entriesIn(life.folder)).toEqual(['sent', 'd']);
    expect(await life.api.undo.get({ id: request.id })).toEqual(request);
    await expect(life.api.undo.request({ target: tuesday })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(life.api.undo.get({ id: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('goes by the day as it was lived: ten in the morning in Lisbon is Tuesday night in Auckland', async () => {
    const { life } = await twoDays();
    const inHonolulu = { of: 'day', day: '2026-11-23', timeZone: 'Pacific/Honolulu' } as const;
    expect((await life.api.undo.preview({ target: inHonolulu })).items).toEqual([]);
    const inKiritimati = { of: 'day', day: '2026-11-25', timeZone: 'Pacific/Kiritimati' } as const;
    const { items } = await life.api.undo.preview({ target: inKiritimati });
    expect(items.map(({ stepId }) => stepId)).toEqual(['sent', 'c', 'b', 'a']);
  });

  it('pressed twice at the same time is one request', async () => {
    const { life } = await twoDays();
    const [one, other] = await Promise.all([
      life.api.undo.request({ target: tuesday }),
      life.api.undo.request({ target: tuesday }),
    ]);
    expect(other.id).toBe(one.id);
    expect(await undoneIn(life)).toEqual(['c', 'b', 'a']);
  });

  it('goes on after a crash in the middle, each thing once', async () => {
    const ledger = createLedger();
    const { life } = await twoDays(ledger);
    const stuck = ledger.hold('undo b', 'after');
    const undoing = life.api.undo.request({ target: tuesday });
    await stuck.arrived;
    const crashed = makeFolder();
    cpSync(life.folder, crashed, { recursive: true });
    stuck.release();
    await undoing;

    const again = await startLife(plans, { folder: crashed, from: '2026-11-25T12:00:00.000Z' });
    await again.until(() => entriesIn(crashed).join() === 'sent,d');
    expect(await undoneIn(again)).toEqual(['c', 'b', 'a']);
  });

  it('is held by a pause that comes in the middle, and goes on when it is lifted', async () => {
    const ledger = createLedger();
    const { life } = await twoDays(ledger);
    const stuck = ledger.hold('undo c');
    const undoing = life.api.undo.request({ target: tuesday });
    await stuck.arrived;
    await life.api.pause.everything();
    stuck.release();
    const held = await undoing;
    expect(held.state).toBe('open');
    expect(held.items.map(({ state }) => state)).toEqual(['undone', 'waiting', 'waiting']);
    await life.api.pause.resume({ all: true });
    await life.until(() => entriesIn(life.folder).join() === 'sent,d');
  });

  it('asked for while everything is paused is done all the same: the person wants it', async () => {
    const { life } = await twoDays();
    await life.api.pause.everything();
    expect(await life.api.undo.request({ target: tuesday })).toMatchObject({ state: 'done' });
    expect(entriesIn(life.folder)).toEqual(['sent', 'd']);
  });
});
