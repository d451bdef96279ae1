import { expect, it } from 'vitest';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';

const plans = {
  'two things': planOf(step('write', 'milk'), step('write', 'eggs')),
  'one that fails': planOf(step('write', 'stone')),
  pay: planOf(step('pay', 'rent')),
  look: planOf(step('read', 'all')),
};

it('says nothing before anything was done', async () => {
  const { api } = await startLife(plans);
  const { weeks, services, estimate, cost, ...rest } = await api.insights.get({});
  expect(weeks).toHaveLength(8);
  expect(weeks.at(-1)).toMatchObject({ from: '2026-11-23', done: 0, minutes: 0, completed: 0, approved: 0 });
  expect({ services, estimate, cost }).toEqual({ services: [], estimate: [], cost: [] });
  expect(rest).toEqual({
    decided: 0,
    refused: 0,
    planWithinMs: null,
    firstValueMs: null,
    firstStart: 'not-begun',
  });
});

it('counts from the log what was done and stands, what was answered, and what was taken back', async () => {
  const life = await startLife(plans);
  const { api, still, say, approve, ledger, until, run } = life;
  const two = await say('two things');
  await still(two);
  await approve(two);
  await still(two);
  await api.workflows.undoStep({ id: two, stepId: 'eggs' });
  await until(() => run(two).steps.some(({ undo }) => undo.state === 'undone'));
  ledger.treat('stone', 'needs-reconnect');
  const failing = await say('one that fails');
  await still(failing);
  await approve(failing);
  await still(failing);
  const rent = await say('pay');
  const [card] = (await still(rent)).approvals;
  await api.approvals.decide({ id: card?.id ?? '', decision: 'decline' });
  await still(rent);
  await still(await say('look'));
  await api.onboarding.move({ at: 'priorities' });

  const seen = await api.insights.get({ weeks: 2 });
  expect(seen.weeks).toHaveLength(2);
  expect(seen.weeks[0]).toMatchObject({ from: '2026-11-16', done: 0, minutes: 0 });
  // Milk stands and the look was made; eggs were taken back.
  expect(seen.weeks[1]).toMatchObject({
    done: 2,
    minutes: 1.5,
    failed: 1,
    approved: 3,
    declined: 1,
    expired: 0,
    undone: 1,
    undoFailed: 0,
  });
  expect(seen.estimate).toEqual([
    { action: 'ledger.write', title: 'write a line', minutesEach: 1, times: 1 },
    { action: 'ledger.read', title: 'Read the ledger', minutesEach: 0.5, times: 1 },
  ]);
  expect(seen.services).toEqual([
    { connector: 'ledger', title: 'Ledger', happened: 3, failed: 1, unknown: 0, outages: 0 },
  ]);
  expect(seen.decided).toBeGreaterThan(0);
  expect(seen.refused).toBe(0);
  expect(seen.planWithinMs).toBeGreaterThanOrEqual(0);
  expect(seen.firstValueMs).toBeGreaterThan(0);
  expect(seen.firstStart).toBe('begun');

  await api.workflows.redoStep({ id: two, stepId: 'eggs' });
  await until(() => run(two).steps.every(({ undo }) => undo.state === 'none'));
  expect((await api.insights.get({ weeks: 1 })).weeks[0]).toMatchObject({ done: 3, minutes: 2.5, undone: 1 });
});

it('a week is the person’s own, and an older one is no part of this', async () => {
  // Sunday evening in Lisbon; a day later it is another week.
  const life = await startLife(plans, { from: '2026-11-29T23:30:00.000Z' });
  const two = await life.say('look');
  await life.still(two);
  expect((await life.api.insights.get({ weeks: 1 })).weeks[0]).toMatchObject({ from: '2026-11-23', done: 1 });
  life.pass(86_400_000);
  expect((await life.api.insights.get({ weeks: 2 })).weeks.map(({ from, done }) => [from, done])).toEqual([
    ['2026-11-23', 1],
    ['2026-11-30', 0],
  ]);
});
