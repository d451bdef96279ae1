import { describe, expect, it } from 'vitest';
import type { NewAutomation } from '#contract/model/automation.ts';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import { fireDueAutomations } from '#main/automations/fire-due-automations.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { entriesIn, rowsIn } from '#main/ledger-for-tests.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** The first test moment is 10:00 on Tuesday 24 November 2026, in Lisbon as in UTC. */
const everyDayAtEleven = {
  kind: 'rrule',
  rrule: 'FREQ=DAILY',
  startsAt: '2026-11-24T11:00:00',
  timeZone: 'Europe/Lisbon',
} as const;

const plans: Record<string, PlanningOutcome> = {
  'write a': planOf(step('write', 'a')),
  'look and pay': planOf(step('read', 'all'), step('pay', 'bill')),
  'write all': planOf(step('write', 'a'), step('send', 'b'), step('draft', 'c')),
  'read then write': planOf(
    step('read', 'all'),
    step('write', 'count', { args: { entry: 'count', text: { from: 'all', path: '/first' } }, dependsOn: ['all'] }),
  ),
  'what?': { kind: 'question', question: { id: 'q', says: 'Which list?', about: 'what', choices: [] } },
  sing: { kind: 'answer', reason: 'planned', says: 'I can’t sing yet.', examples: ['write a'] },
};

type Wanted = Partial<NewAutomation> & { agree?: boolean };

/** Rehearses and sets up, with a yes to every line that can be allowed unless told otherwise. */
async function setUp(life: TestLife, sentence: string, { agree = true, ...more }: Wanted = {}) {
  const planned = { sentence, trigger: more.trigger ?? everyDayAtEleven };
  const { lines } = await life.api.automations.rehearse(planned);
  const consents = lines.flatMap(({ stepId, digest }) => (agree && digest !== null ? [{ stepId, digest }] : []));
  return life.api.automations.create({ ...planned, consents, ...more });
}

async function goOn(life: TestLife, milliseconds: number): Promise<void> {
  life.pass(milliseconds);
  await fireDueAutomations(life.lifeOs.engine);
}

const runsOf = async (life: TestLife) => (await life.api.workflows.list({})).items.toReversed();
const one = async (life: TestLife) => (await life.api.automations.list()).items[0];

async function tellings(life: TestLife): Promise<string[]> {
  const { items } = await life.api.events.history({ limit: 500 });
  return items.toReversed().flatMap(({ body }) => {
    if (body.kind === 'automation.fired') return [`fired ${body.why} ${body.dueAt}`];
    if (body.kind === 'automation.missed') return [`missed ${body.catchUp} ${body.dueAt}`];
    return body.kind === 'automation.changed' ? [`changed ${body.change}`] : [];
  });
}

describe('a rehearsal', () => {
  it('says of every line what it will come to when nobody is there, and does nothing', async () => {
    const life = await startLife(plans);
    const { lines, nextRuns } = await life.api.automations.rehearse({
      sentence: 'write all',
      trigger: everyDayAtEleven,
    });
    expect(lines.map(({ says, foreseen }) => `${says}: ${foreseen}`)).toEqual([
      'write a: can-be-allowed',
      'send b: can-be-allowed',
      'draft c: by-itself',
    ]);
    expect(nextRuns).toEqual(['2026-11-24T11:00:00.000Z', '2026-11-25T11:00:00.000Z', '2026-11-26T11:00:00.000Z']);
    expect(rowsIn(life.folder)).toEqual([]);
    expect(await runsOf(life)).toEqual([]);
  });

  it('never offers a standing yes for what always needs the person', async () => {
    const life = await startLife(plans);
    const { lines } = await life.api.automations.rehearse({ sentence: 'look and pay', trigger: everyDayAtEleven });
    expect(lines.map(({ foreseen, digest }) => [foreseen, digest])).toEqual([
      ['by-itself', null],
      ['always-asks', null],
    ]);
  });

  it('looks things up, so that what builds on them can be shown', async () => {
    const life = await startLife(plans);
    const blind = await life.api.automations.rehearse({ sentence: 'read then write', trigger: everyDayAtEleven });
    expect(blind.lines[1]?.foreseen).toBe('not-known-yet');
    await life.approve((await life.still(await life.say('write a'))).id);
    await life.until(() => entriesIn(life.folder).length === 1);
    const seen = await life.api.automations.rehearse({ sentence: 'read then write', trigger: everyDayAtEleven });
    expect(seen.lines[1]).toMatchObject({ foreseen: 'can-be-allowed', card: { title: 'write “count”' } });
  });

  it.each([
    ['a question that nobody would answer', 'what?', everyDayAtEleven, 'Nobody is there'],
    ['what it can’t do', 'sing', everyDayAtEleven, 'can’t sing'],
    ['a time that is over', 'write a', { kind: 'once', at: '2026-11-24T09:00:00Z' }, 'passed already'],
    ['a rule that makes no sense', 'write a', { ...everyDayAtEleven, rrule: 'FREQ=OFTEN' }, 'can’t repeat'],
    [
      'a cron line that makes no sense',
      'write a',
      { kind: 'cron', cron: '0 99 * * *', timeZone: 'UTC' },
      'can’t repeat',
    ],
    ['30 February', 'write a', { ...everyDayAtEleven, startsAt: '2026-02-30T09:00:00' }, 'no such date'],
    [
      'a happening that nobody reports',
      'write a',
      { kind: 'event', connector: 'ledger', happening: 'falls-shut' },
      'nothing that I can wait for',
    ],
  ] as const)('refuses %s, and so does setting up', async (_what, sentence, trigger, says) => {
    const life = await startLife(plans);
    const refused = { code: 'BAD_REQUEST', message: expect.stringContaining(says) };
    await expect(life.api.automations.rehearse({ sentence, trigger })).rejects.toMatchObject(refused);
    await expect(life.api.automations.create({ sentence, trigger })).rejects.toMatchObject(refused);
    expect(await one(life)).toBeUndefined();
  });
});

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
    await life.api.pause.resume();
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

describe('what was missed', () => {
  it('is caught up once, whatever was missed before', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a');
    await goOn(life, 5 * DAY);
    await goOn(life, 0);
    await life.until(() => entriesIn(life.folder).length === 1);
    expect(await tellings(life)).toEqual([
      'missed once 2026-11-28T11:00:00.000Z',
      'fired caught-up 2026-11-28T11:00:00.000Z',
    ]);
  });

  it('is left out, and seen in the log', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a', { catchUp: 'skip' });
    await goOn(life, 5 * DAY);
    expect(await tellings(life)).toEqual(['missed skip 2026-11-28T11:00:00.000Z']);
    expect(await runsOf(life)).toEqual([]);
    expect((await one(life))?.nextAt).toBe('2026-11-29T11:00:00.000Z');
  });

  it('is asked about, and done or left as the person says, once', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a', { catchUp: 'ask' });
    await goOn(life, 5 * DAY);
    const missedAt = '2026-11-28T11:00:00.000Z';
    expect(await one(life)).toMatchObject({ missedAt });
    const answer = { id, missedAt, decision: 'do-it-now' } as const;
    expect(await life.api.automations.answerMissed(answer)).toMatchObject({ missedAt: null });
    await expect(life.api.automations.answerMissed(answer)).rejects.toMatchObject({ code: 'CONFLICT' });
    await life.until(() => entriesIn(life.folder).length === 1);
    expect(await tellings(life)).toEqual([
      `missed ask ${missedAt}`,
      'changed missed-answered',
      `fired caught-up ${missedAt}`,
    ]);
  });

  it('over a restart, is caught up once', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a');
    await life.close();
    const again = await startLife(plans, { folder: life.folder, from: '2026-11-25T20:00:00.000Z' });
    await again.until(() => entriesIn(life.folder).length === 1);
    await fireDueAutomations(again.lifeOs.engine);
    expect(await tellings(again)).toEqual([
      'missed once 2026-11-25T11:00:00.000Z',
      'fired caught-up 2026-11-25T11:00:00.000Z',
    ]);
  });
});

describe('by hand it is', () => {
  it('paused and let go on, with what passed meanwhile neither done nor missed', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    expect(await life.api.automations.change({ id, paused: true })).toMatchObject({ paused: true, nextAt: null });
    await goOn(life, 5 * DAY);
    const resumed = await life.api.automations.change({ id, paused: false });
    expect(resumed).toMatchObject({ paused: false, nextAt: '2026-11-29T11:00:00.000Z' });
    expect(await tellings(life)).toEqual(['changed paused', 'changed resumed']);
    expect(await runsOf(life)).toEqual([]);
  });

  it('removed with its history kept, and brought back with the yes that it had', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    await goOn(life, HOUR);
    await life.until(() => entriesIn(life.folder).length === 1);
    await life.api.automations.remove({ id });
    await goOn(life, DAY);
    expect(await one(life)).toBeUndefined();
    expect(await runsOf(life)).toHaveLength(1);
    await expect(life.api.automations.run({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await life.api.automations.restore({ id })).toMatchObject({ nextAt: '2026-11-26T11:00:00.000Z' });
    await goOn(life, DAY);
    await life.until(() => entriesIn(life.folder).length === 2);
  });

  it('run at once, and only once by the same request', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    const [first, second] = await Promise.all([
      life.api.automations.run({ id, requestId: 'press' }),
      life.api.automations.run({ id, requestId: 'press' }),
    ]);
    expect(second).toEqual(first);
    await life.until(() => entriesIn(life.folder).length === 1);
    expect((await one(life))?.nextAt).toBe('2026-11-24T11:00:00.000Z');
  });

  it('set up once by the same request', async () => {
    const life = await startLife(plans);
    const wanted = { sentence: 'write a', trigger: everyDayAtEleven, requestId: 'press' };
    const made = await Promise.all([life.api.automations.create(wanted), life.api.automations.create(wanted)]);
    expect(made[0].id).toBe(made[1].id);
    expect((await life.api.automations.list()).items).toHaveLength(1);
  });
});

it('done once has ended', async () => {
  const life = await startLife(plans);
  await setUp(life, 'write a', { trigger: { kind: 'once', at: '2026-11-24T12:00:00+01:00' } });
  await goOn(life, HOUR);
  await life.until(() => entriesIn(life.folder).length === 1);
  await goOn(life, 100 * DAY);
  expect(await tellings(life)).toEqual(['fired on-time 2026-11-24T11:00:00.000Z']);
  expect(await one(life)).toMatchObject({ nextAt: null });
});

it('is started by the clock itself', async () => {
  const life = await startLife(plans);
  const soon = new Date(Date.parse('2026-11-24T10:00:00.000Z') + 60_000).toISOString();
  await setUp(life, 'write a', { trigger: { kind: 'once', at: soon } });
  life.pass(60_000);
  life.lifeOs.engine.wakeClock();
  await life.until(() => entriesIn(life.folder).length === 1);
});
