import { describe, expect, it } from 'vitest';
import { listQueueItems } from '#db/repositories/queue-items.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { type Advance, createQueue } from '#main/queue/worker.ts';

/** A run to put in line, and a second queue over the same journal with its own way on. */
async function queueWith(advance: (turn: number, ...call: Parameters<Advance>) => ReturnType<Advance>) {
  const life = await startLife({ draft: planOf(step('draft', 'a')) });
  const { id } = await life.still(await life.say('draft'));
  await life.lifeOs.engine.queue.stop();
  const { journal } = life.lifeOs.engine;
  const errors: string[] = [];
  const turns = { taken: 0 };
  const queue = createQueue({
    journal,
    log: { info: () => {}, error: (_fields, message) => errors.push(message) },
    advance: (...call) => {
      turns.taken += 1;
      return advance(turns.taken, ...call);
    },
  });
  const enqueue = () => journal.write((tx) => queue.enqueue(tx, { id, priority: 'normal' }));
  const inLine = () => listQueueItems(journal.orm).length;
  return { queue, enqueue, inLine, turns, errors };
}

describe('the line', () => {
  it.each([
    ['forgets a run that stands still', 'idle', 0],
    ['keeps a run that is held', 'held', 1],
  ] as const)('%s', async (_what, outcome, left) => {
    const { queue, enqueue, inLine, turns } = await queueWith(async () => outcome);
    await enqueue();
    await queue.stop();
    expect({ turns: turns.taken, inLine: inLine() }).toEqual({ turns: 1, inLine: left });
  });

  it('advances a run in one worker at a time and looks once more at what came meanwhile', async () => {
    let under = 0;
    let most = 0;
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const { queue, enqueue, inLine, turns } = await queueWith(async (turn) => {
      under += 1;
      most = Math.max(most, under);
      if (turn === 1) await first.promise;
      else second.resolve();
      under -= 1;
      return 'idle';
    });
    await enqueue();
    await Promise.all([enqueue(), enqueue(), enqueue()]);
    first.resolve();
    await second.promise;
    await queue.stop();
    expect({ most, turns: turns.taken, inLine: inLine() }).toEqual({ most: 1, turns: 2, inLine: 0 });
  });

  it('tells the one that is under way that its run was put in line again', async () => {
    const begun = Promise.withResolvers<void>();
    const { queue, enqueue, turns } = await queueWith(async (turn, _runId, line) => {
      const called = line.nextCall();
      if (turn > 1) return 'idle';
      begun.resolve();
      await called;
      return 'held';
    });
    await enqueue();
    await begun.promise;
    await enqueue();
    await queue.stop();
    expect(turns.taken).toBe(1);
  });

  it('keeps the place of a run that is put in line in the very commit in which it would be given up', async () => {
    const held = Promise.withResolvers<void>();
    const { queue, enqueue, inLine } = await queueWith(async (turn) => {
      if (turn === 1) void enqueue();
      else held.resolve();
      return turn === 1 ? 'idle' : 'held';
    });
    await enqueue();
    await held.promise;
    await queue.stop();
    expect(inLine()).toBe(1);
  });

  it('keeps a run whose advance threw, to take it up again soon, and goes on with others', async () => {
    const { queue, enqueue, inLine, errors } = await queueWith(async () => {
      throw new Error('a bug');
    });
    await enqueue();
    await queue.stop();
    expect(inLine()).toBe(1);
    expect(errors).toEqual(['a run could not be advanced; it is taken up again soon']);
  });

  it('takes nothing up any more once it is stopped', async () => {
    const { queue, enqueue, inLine, turns } = await queueWith(async () => 'idle');
    await queue.stop();
    await enqueue();
    queue.wakeAll();
    expect({ turns: turns.taken, inLine: inLine() }).toEqual({ turns: 0, inLine: 1 });
  });
});
