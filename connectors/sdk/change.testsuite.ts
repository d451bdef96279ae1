import { describe, expect, it } from 'vitest';
import type { Action, ActionContext, Mode, Surroundings } from '#connectors/sdk/action.ts';
import { expectDeterministic, expectWords, wordsOfReport } from '#connectors/sdk/spoken-words.testsuite.ts';
import {
  answerOf,
  contextOf,
  type OpenTrial,
  outputOf,
  takeUp,
  trialView,
} from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import { ReportSchema } from '#contract/model/run.ts';

type Open = () => Promise<OpenTrial>;
type Disturb = (world: Surroundings, output: Json) => Promise<void>;

/** Abilities that an action declares, each noted once a trial has shown that it holds. */
export type Shown = Set<`${string} ${'findEarlier' | 'readBack' | 'undo'}`>;

/** What every action has to hold that makes, changes or removes something. */
export function testChange(action: Action, open: Open, shown: Shown, disturb?: Disturb): void {
  testPreparing(action, open);
  testDoing(action, open, shown);
  testBreakingOff(action, open);
  const { undo } = action;
  if (undo !== undefined) describe('undo', () => testUndo({ ...action, undo }, open, shown, disturb));
}

const contextFor = ({ world, before }: OpenTrial, mode: Mode = 'execute'): ActionContext<Json> =>
  contextOf(world.surroundings, { mode, key: 'trial.step', before });

async function carryOut(action: Action, open: OpenTrial, context = contextFor(open)): Promise<Json> {
  return outputOf(action, await action.run(open.input, context));
}

async function findEarlier(action: Action, opened: OpenTrial): Promise<Json | null> {
  const earlier = await action.findEarlier?.(opened.input, contextFor(opened));
  if (earlier === undefined) throw new Error(`${action.name} cannot find again what it did.`);
  const isUnknown = !earlier.ok && earlier.failure.kind === 'outcome-unknown';
  if (isUnknown && action.delivery === 'needs-a-check') return 'nobody can know';
  return answerOf(earlier) === null ? null : outputOf(action, earlier);
}

async function readBack(action: Action, opened: OpenTrial, output: Json): Promise<boolean> {
  const seen = await action.readBack?.(output, contextFor(opened));
  if (seen === undefined) throw new Error(`${action.name} cannot read back what it did.`);
  return answerOf(seen);
}

function testPreparing(action: Action, open: Open): void {
  it.each(['dry-run', 'draft'] as const)('as a %s, it answers and leaves everything as it was', async (mode) => {
    const opened = await open();
    const start = await opened.world.snapshot();
    await carryOut(action, opened, contextFor(opened, mode));
    expect(await opened.world.snapshot()).toEqual(start);
  });

  it('looks without changing anything, and sees the same twice', async () => {
    const opened = await open();
    const { world, input, before } = opened;
    const start = await world.snapshot();
    const looked = await action.look?.(input, world.surroundings);
    if (looked !== undefined) expect(answerOf(looked).before).toEqual(before);
    expect(await world.snapshot()).toEqual(start);
  });
}

function testDoing(action: Action, open: Open, shown: Shown): void {
  it('does it, reads it back, and reports it', async () => {
    const opened = await open();
    const start = await opened.world.snapshot();
    const output = await carryOut(action, opened);
    expect(await readBack(action, opened, output)).toBe(true);
    shown.add(`${action.name} readBack`);
    expect(await opened.world.snapshot()).not.toEqual(start);
    const report = expectDeterministic(() => action.report(output, trialView));
    expectWords(wordsOfReport(ReportSchema.parse(report)));
  });

  it('is found again once it is done, and not before', async () => {
    const opened = await open();
    expect(await findEarlier(action, opened)).toBeNull();
    const output = await carryOut(action, opened);
    expect(await findEarlier(action, opened)).toEqual(output);
    shown.add(`${action.name} findEarlier`);
  });

  it('under the same key, twice is once', async () => {
    const opened = await open();
    const output = await carryOut(action, opened);
    const done = await opened.world.snapshot();
    expect(await carryOut(action, opened)).toEqual(output);
    expect(await opened.world.snapshot()).toEqual(done);
  });
}

function testBreakingOff(action: Action, open: Open): void {
  it.each(['before', 'after'] as const)('when it breaks off %s its change, that is found out', async (when) => {
    const opened = await open();
    const start = await opened.world.snapshot();
    const broken = opened.world.breakOnce(when);
    await carryOut(action, opened, { ...contextFor(opened), ...broken.surroundings }).catch(() => null);
    expect(broken.hasBroken()).toBe(true);

    const earlier = await findEarlier(action, opened);
    if (when === 'before') {
      expect(await opened.world.snapshot()).toEqual(start);
      expect(earlier).toBeNull();
      const output = await carryOut(action, opened);
      expect(await readBack(action, opened, output)).toBe(true);
    } else if (earlier === 'nobody can know') {
      expect(action.delivery).toBe('needs-a-check');
      const done = await opened.world.snapshot();
      const again = await action.run(opened.input, contextFor(opened));
      expect(again).toMatchObject({ ok: false, failure: { kind: 'outcome-unknown' } });
      expect(await opened.world.snapshot()).toEqual(done);
    } else {
      expect(earlier).not.toBeNull();
      const done = await opened.world.snapshot();
      expect(await carryOut(action, opened)).toEqual(earlier);
      expect(await opened.world.snapshot()).toEqual(done);
    }
  });
}

function testUndo(action: Action & Required<Pick<Action, 'undo'>>, open: Open, shown: Shown, disturb?: Disturb): void {
  it('leaves everything exactly as it was before, and twice is once', async () => {
    const opened = await open();
    const start = await opened.world.snapshot();
    const output = await carryOut(action, opened);
    for (let time = 1; time <= 2; time += 1) {
      expect(await action.undo(output, contextFor(opened))).toEqual({ ok: true, value: null });
      expect(await opened.world.snapshot()).toEqual(start);
      expect(await readBack(action, opened, output)).toBe(false);
    }
    shown.add(`${action.name} undo`);
  });

  it.each(['before', 'after'] as const)('is finished when it broke off %s its change', async (when) => {
    const opened = await open();
    const start = await opened.world.snapshot();
    const output = await carryOut(action, opened);
    const broken = opened.world.breakOnce(when);
    await Promise.resolve(action.undo(output, { ...contextFor(opened), ...broken.surroundings })).catch(() => null);
    expect(broken.hasBroken()).toBe(true);
    expect(await action.undo(output, contextFor(opened))).toEqual({ ok: true, value: null });
    expect(await opened.world.snapshot()).toEqual(start);
  });

  it('only compares when it is not in earnest', async () => {
    const opened = await open();
    const output = await carryOut(action, opened);
    const done = await opened.world.snapshot();
    expect(await action.undo(output, contextFor(opened, 'dry-run'))).toEqual({ ok: true, value: null });
    expect(await opened.world.snapshot()).toEqual(done);
  });

  it('can itself be undone: after a fresh look it stands exactly as before, and can be taken back again', async () => {
    const opened = await open();
    const { world, input, version } = opened;
    const start = await world.snapshot();
    const output = await carryOut(action, opened);
    const done = await world.snapshot();
    expect(await action.undo(output, contextFor(opened))).toEqual({ ok: true, value: null });

    const anew = { ...opened, ...(await takeUp(action, input, world.surroundings)) };
    expect(anew.version).toBe(version);
    expect(await findEarlier(action, anew)).toBeNull();
    expect(await carryOut(action, anew)).toEqual(output);
    expect(await world.snapshot()).toEqual(done);
    expect(await findEarlier(action, anew)).toEqual(output);

    expect(await action.undo(output, contextFor(anew))).toEqual({ ok: true, value: null });
    expect(await world.snapshot()).toEqual(start);
  });

  if (disturb === undefined) return;
  it('keeps what the person has altered meanwhile, and says so', async () => {
    const opened = await open();
    const output = await carryOut(action, opened);
    await disturb(opened.world.surroundings, output);
    const altered = await opened.world.snapshot();
    expect(await action.undo(output, contextFor(opened))).toMatchObject({
      ok: false,
      failure: { kind: 'changed-since' },
    });
    expect(await opened.world.snapshot()).toEqual(altered);
  });

  it('sees that without touching anything', async () => {
    const opened = await open();
    const output = await carryOut(action, opened);
    await disturb(opened.world.surroundings, output);
    const altered = await opened.world.snapshot();
    const compared = await action.undo(output, contextFor(opened, 'dry-run'));
    expect(compared).toMatchObject({ ok: false, failure: { kind: 'changed-since' } });
    expect(await opened.world.snapshot()).toEqual(altered);
  });

  it('leaves everything exactly as it was before when the person wants it back all the same', async () => {
    const opened = await open();
    const start = await opened.world.snapshot();
    const output = await carryOut(action, opened);
    await disturb(opened.world.surroundings, output);
    const context = { ...contextFor(opened), overwrite: true };
    expect(await action.undo(output, context)).toEqual({ ok: true, value: null });
    expect(await opened.world.snapshot()).toEqual(start);
  });
}
