import { describe, expect, it } from 'vitest';
import {
  DAY,
  everyDayAtEleven,
  goOn,
  HOUR,
  one,
  plans,
  runsOf,
  setUp,
  tellings,
} from '#main/automations/automations-for-tests.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { entriesIn, rowsIn } from '#main/ledger-for-tests.ts';

describe('an automation with a standing yes', () => {
  it('does what was agreed by itself, once each time, and says why', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    await goOn(life, HOUR);
    await goOn(life, DAY);
    await life.until(() => entriesIn(life.folder).length === 2);
    const [first, second] = await runsOf(life);
    const done = await life.still(first?.id ?? '');
    await life.still(second?.id ?? '');
    expect(done).toMatchObject({ state: 'completed', approvals: [] });
    expect(done.steps[0]?.decision?.because[0]?.rule).toBe('agreed-before');
    expect(done.steps[0]?.decision?.notify).toBe(true);
    expect(await tellings(life)).toEqual([
      'fired on-time 2026-11-24T11:00:00.000Z',
      'fired on-time 2026-11-25T11:00:00.000Z',
    ]);
    expect(await one(life)).toMatchObject({ id, nextAt: '2026-11-26T11:00:00.000Z', lastRun: { id: second?.id } });
  });

  it('asks about what nobody agreed to', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a', { agree: false });
    await goOn(life, HOUR);
    const [run] = await runsOf(life);
    expect(await life.still(run?.id ?? '')).toMatchObject({ state: 'waiting_approval' });
    expect(rowsIn(life.folder)).toEqual([]);
  });

  it('asks again once the yes was taken back, or is over', async () => {
    const life = await startLife(plans);
    const { id, consents } = await setUp(life, 'write a', { consentDays: 1 });
    await goOn(life, HOUR + DAY);
    const [late] = await runsOf(life);
    expect(await life.still(late?.id ?? '')).toMatchObject({ state: 'waiting_approval' });
    expect((await one(life))?.consents).toEqual([]);

    const other = await setUp(life, 'write a');
    const revoked = await life.api.automations.revokeConsent({ id: other.id, consentId: other.consents[0]?.id ?? '' });
    expect(revoked.consents).toEqual([]);
    await expect(
      life.api.automations.revokeConsent({ id: other.id, consentId: consents[0]?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { runId } = await life.api.automations.run({ id: other.id });
    expect(await life.still(runId)).toMatchObject({ state: 'waiting_approval' });
    expect(id).not.toBe(other.id);
  });

  it('covers its own runs only, not the same sentence said by the person', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a');
    expect(await life.still(await life.say('write a'))).toMatchObject({ state: 'waiting_approval' });
  });

  it('asks about all of a plan that came out otherwise than it was seen, also what would need no OK', async () => {
    let plan = planOf(step('write', 'a'), step('draft', 'c'));
    const life = await startLife({ changing: () => plan });
    await setUp(life, 'changing');
    plan = planOf(step('write', 'a'), step('draft', 'c'), step('draft', 'd'));
    await goOn(life, HOUR);
    const [run] = await runsOf(life);
    const asked = await life.still(run?.id ?? '');
    expect(asked.approvals.map(({ card, reason }) => [card.title, reason[0]?.rule])).toEqual(
      expect.arrayContaining([
        ['write “a”', expect.any(String)],
        ['draft “c”', 'another-plan'],
        ['draft “d”', 'another-plan'],
      ]),
    );
    expect(rowsIn(life.folder)).toEqual([]);
    await life.approve(asked.id);
    await life.until(() => life.run(asked.id).state === 'completed');
    expect(entriesIn(life.folder).sort()).toEqual(['a', 'c', 'd']);
  });

  it('asks where other words would be written than were agreed', async () => {
    let text = 'as agreed';
    const life = await startLife({ changing: () => planOf(step('write', 'a', { args: { entry: 'a', text } })) });
    await setUp(life, 'changing');
    text = 'something else';
    await goOn(life, HOUR);
    const [run] = await runsOf(life);
    expect(await life.still(run?.id ?? '')).toMatchObject({ state: 'waiting_approval' });
  });

  it('does nothing while it is refused by a pause, and goes on after it', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a');
    await life.api.pause.everything();
    await goOn(life, HOUR);
    expect(await runsOf(life)).toEqual([]);
    await life.api.pause.resume({ all: true });
    await life.until(() => entriesIn(life.folder).length === 1);
    expect(await tellings(life)).toEqual(['fired on-time 2026-11-24T11:00:00.000Z']);
  });

  it('is not set up when a line reads differently from what was seen', async () => {
    const life = await startLife(plans);
    const consents = [{ stepId: 'a', digest: '0'.repeat(64) }];
    const wanted = { sentence: 'write a', trigger: everyDayAtEleven, consents };
    await expect(life.api.automations.create(wanted)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await one(life)).toBeUndefined();
  });
});
