import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { ChoiceKind } from '#contract/model/conflict.ts';
import type { ArgTemplate } from '#contract/model/plan.ts';
import { listReservationsOfRun } from '#db/repositories/reservations.ts';
import { isPassedOver } from '#main/approvals/consent.ts';
import { makeFolder, type Plans, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { createLedger } from '#main/ledger-for-tests.ts';

const timeZone = 'Europe/Lisbon';

/** Puts an event in the calendar; a step of its own name. */
const put = (id: string, title: string, startsAt: string, more: Record<string, ArgTemplate> = {}) => ({
  ...step('write', id),
  action: 'calendar.create-event',
  args: { title, startsAt, timeZone, ...more },
});

const dentist = planOf(put('dentist', 'Dentist', '2026-11-26T15:00:00'));
const call = planOf(put('call', 'Call', '2026-11-26T15:30:00'));

const start = (plans: Plans, folder = makeFolder()): Promise<TestLife> =>
  startLife(plans, { folder, ledger: { ...createLedger(), connectors } });

const file = (life: TestLife): string => readFileSync(join(life.folder, 'calendar/personal.ics'), 'utf8');
const titles = (life: TestLife): string[] => file(life).match(/(?<=^SUMMARY:)[^\r]*/gm) ?? [];

/** A calendar that another program has written. */
function folderWith(...events: string[]): string {
  const folder = makeFolder();
  mkdirSync(join(folder, 'calendar'));
  const text = events.map((lines, index) => `BEGIN:VEVENT\nUID:${index}\n${lines}\nEND:VEVENT\n`).join('');
  writeFileSync(join(folder, 'calendar/personal.ics'), `BEGIN:VCALENDAR\nVERSION:2.0\n${text}END:VCALENDAR\n`);
  return folder;
}

const cardsOf = (run: RunDetail) => run.approvals.filter(({ status }) => status === 'waiting');
const conflictsOf = (run: RunDetail) => cardsOf(run).flatMap(({ card }) => card.conflicts ?? []);
const saysOf = (run: RunDetail): string[] => conflictsOf(run).map(({ says }) => says);
const choicesOf = (run: RunDetail): string[] =>
  conflictsOf(run).flatMap(({ choices }) => choices.map(({ says }) => says));

async function choose(life: TestLife, runId: string, choice?: ChoiceKind): Promise<void> {
  const [card] = cardsOf(life.run(runId));
  if (!card) throw new Error('No card waits.');
  await life.api.approvals.decide({ id: card.id, digest: card.digest, decision: 'approve', choice });
}

async function over(life: TestLife, runId: string): Promise<RunDetail> {
  return life.until(() => ['completed', 'canceled', 'failed'].includes(life.run(runId).state) && life.run(runId));
}

describe('an event over one that is in the calendar', () => {
  const with15 = 'SUMMARY:Dentist\nDTSTART:20261126T150000Z\nDTEND:20261126T160000Z';

  it('says so, and offers both, the nearest free time, or to leave it', async () => {
    const life = await start({ call }, folderWith(with15));
    const run = await life.still(await life.say('call'));
    expect(saysOf(run)).toEqual(['You have “Dentist” then, 15:00–16:00.']);
    expect(choicesOf(run)).toEqual(['Keep both', 'Another time: Thursday 26 November, 16:00–17:00', 'Leave it']);
    expect(cardsOf(run)[0]?.card.title).toBe('Put “Call” in your calendar on Thursday 26 November, 15:30–16:30');
    expect(run.events.filter(({ body }) => body.kind === 'conflict.found')).toHaveLength(1);
  });

  it('can be kept beside it', async () => {
    const life = await start({ call }, folderWith(with15));
    const run = await life.still(await life.say('call'));
    await choose(life, run.id, 'anyway');
    expect((await over(life, run.id)).state).toBe('completed');
    expect(file(life)).toContain('SUMMARY:Call');
  });

  it('can go to the free time, on a fresh card without the conflict', async () => {
    const life = await start({ call }, folderWith(with15));
    const run = await life.still(await life.say('call'));
    await choose(life, run.id, 'another-time');
    const again = await life.until(() => {
      const now = life.run(run.id);
      return now.state === 'waiting_approval' && now.approvals.length === 2 && now;
    });
    expect(saysOf(again)).toEqual([]);
    expect(cardsOf(again)[0]?.card.title).toBe('Put “Call” in your calendar on Thursday 26 November, 16:00–17:00');
    await life.approve(run.id);
    await over(life, run.id);
    expect(file(life)).toContain('DTSTART;TZID=Europe/Lisbon:20261126T160000');
  });

  it('can be left', async () => {
    const life = await start({ call }, folderWith(with15));
    const run = await life.still(await life.say('call'));
    await choose(life, run.id, 'leave');
    expect((await over(life, run.id)).state).toBe('canceled');
    expect(file(life)).not.toContain('Call');
  });

  it('is asked about also where changes go ahead by themselves', async () => {
    const life = await start({ call }, folderWith(with15));
    await life.trust();
    const run = await life.still(await life.say('call'));
    expect(run).toMatchObject({
      state: 'waiting_approval',
      steps: [{ decision: { because: [{ rule: 'one-thing-at-a-time' }] } }],
    });
  });

  it.each([
    ['is marked as free', `${with15}\nTRANSP:TRANSPARENT`],
    ['is called off', `${with15}\nSTATUS:CANCELLED`],
    ['lasts all day', 'SUMMARY:Fair\nDTSTART;VALUE=DATE:20261126\nDTEND;VALUE=DATE:20261127'],
    ['ends when this begins', 'SUMMARY:Lunch\nDTSTART:20261126T143000Z\nDTEND:20261126T153000Z'],
  ])('is not in the way when that %s', async (_what, lines) => {
    const life = await start({ call }, folderWith(lines));
    expect(saysOf(await life.still(await life.say('call')))).toEqual([]);
  });

  it('is found in a series, which has its day named', async () => {
    const life = await start(
      { gym: planOf(put('gym', 'Gym', '2026-11-24T18:00:00', { rrule: 'FREQ=WEEKLY;BYDAY=TU,TH' })) },
      folderWith(
        'SUMMARY:Choir\nDTSTART:20261112T183000Z\nDTEND:20261112T200000Z\nRRULE:FREQ=WEEKLY',
        'SUMMARY:Far away\nDTSTART:20270601T180000Z\nDTEND:20270601T190000Z',
      ),
    );
    const run = await life.still(await life.say('gym'));
    expect(saysOf(run)).toEqual([
      'You have “Choir” (Thursday 26 November, 18:30–20:00), “Choir” (Thursday 3 December, 18:30–20:00) and 2 more at these times.',
    ]);
    expect(choicesOf(run)).toEqual(['Keep them all', 'Leave it']);
  });

  it('is asked about again when it came into the calendar after the yes', async () => {
    const life = await start({ dentist, call });
    const run = await life.still(await life.say('call'));
    await life.api.pause.everything();
    await choose(life, run.id);
    mkdirSync(join(life.folder, 'calendar'), { recursive: true });
    writeFileSync(
      join(life.folder, 'calendar/personal.ics'),
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n${with15}\nEND:VEVENT\nEND:VCALENDAR\n`,
    );
    await life.api.pause.resume({ all: true });
    await life.until(() => saysOf(life.run(run.id)).length > 0);
    expect(saysOf(life.run(run.id))).toEqual(['You have “Dentist” then, 15:00–16:00.']);
    expect(file(life)).not.toContain('Call');
  });
});

describe('two plans for the same time', () => {
  it('see each other while both wait, and neither is put off by the other’s end', async () => {
    const life = await start({ dentist, call });
    const first = await life.still(await life.say('dentist'));
    const second = await life.still(await life.say('call'));
    expect(saysOf(first)).toEqual([]);
    expect(saysOf(second)).toEqual(['Another of your plans would put “Dentist” then, 15:00–16:00.']);
    expect(choicesOf(second)[1]).toBe('Another time: Thursday 26 November, 16:00–17:00');
    await life.approve(first.id);
    await over(life, first.id);
    await choose(life, second.id, 'anyway');
    expect((await over(life, second.id)).approvals).toHaveLength(1);
    expect(titles(life).sort()).toEqual(['Call', 'Dentist']);
  });

  it('that run by themselves at once: one goes ahead and the other asks, never both in silence', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Plan ${index}`);
    const plans = Object.fromEntries(names.map((name) => [name, planOf(put('it', name, '2026-11-26T15:00:00'))]));
    const life = await start(plans);
    await life.trust();
    const ids = await Promise.all(names.map((name) => life.say(name)));
    const runs = await Promise.all(ids.map((id) => life.still(id)));
    expect(runs.filter(({ state }) => state === 'completed')).toHaveLength(1);
    expect(titles(life)).toHaveLength(1);
    for (const run of runs.filter(({ state }) => state !== 'completed')) expect(saysOf(run)).toHaveLength(1);
    expect(life.errors).toEqual([]);
  });

  it('with a yes each, to cards that knew nothing of each other: the second is asked again', async () => {
    const life = await start({ dentist, call });
    const first = await life.still(await life.say('dentist'));
    const second = await life.still(await life.say('call'));
    await choose(life, second.id, 'anyway');
    await over(life, second.id);
    await life.approve(first.id);
    await life.until(() => saysOf(life.run(first.id)).length > 0);
    expect(saysOf(life.run(first.id))).toEqual(['You have “Call” then, 15:30–16:30.']);
    expect(titles(life)).toEqual(['Call']);
  });

  it('free the time again with a no or an undo', async () => {
    const life = await start({ dentist, call });
    const first = await life.still(await life.say('dentist'));
    await life.api.approvals.decide({ id: cardsOf(first)[0]?.id ?? '', decision: 'decline' });
    const second = await life.still(await life.say('call'));
    expect(saysOf(second)).toEqual([]);
    await life.approve(second.id);
    await over(life, second.id);
    await life.api.workflows.undo({ id: second.id });
    expect(saysOf(await life.still(await life.say('dentist')))).toEqual([]);
    const { orm } = life.lifeOs.engine.journal;
    expect(listReservationsOfRun(orm, second.id).map(({ state }) => state)).toEqual(['released']);
  });

  it('hold their time over a restart', async () => {
    const life = await start({ dentist, call });
    await life.still(await life.say('dentist'));
    await life.close();
    const again = await start({ dentist, call }, life.folder);
    expect(saysOf(await again.still(await again.say('call')))).toHaveLength(1);
  });
});

describe('one plan', () => {
  it('that puts two things at the same time says so on the second', async () => {
    const both = planOf(put('dentist', 'Dentist', '2026-11-26T15:00:00'), put('call', 'Call', '2026-11-26T15:30:00'));
    const life = await start({ both });
    const run = await life.still(await life.say('both'));
    expect(saysOf(run)).toHaveLength(1);
    expect(saysOf(run)[0]).toMatch(/^This plan also puts “(Dentist|Call)” then, /);
    const approve = cardsOf(run).map(({ id, digest, card }) => ({
      approvalId: id,
      digest,
      choice: card.conflicts && ('anyway' as const),
    }));
    await life.api.workflows.approve({ id: run.id, approve });
    await over(life, run.id);
    expect(titles(life).sort()).toEqual(['Call', 'Dentist']);
  });

  it('asks once about two things at the same time, whichever of them is done first', async () => {
    const both = planOf(put('dentist', 'Dentist', '2026-11-26T15:00:00'), put('call', 'Call', '2026-11-26T15:30:00'));
    const life = await start({ both });
    const run = await life.still(await life.say('both'));
    await life.api.pause.everything();
    const approve = cardsOf(run).map(({ id, digest, card }) => ({
      approvalId: id,
      digest,
      choice: card.conflicts && ('anyway' as const),
    }));
    await life.api.workflows.approve({ id: run.id, approve });
    const { orm } = life.lifeOs.engine.journal;
    const approved = life.run(run.id).approvals.filter(({ status }) => status === 'approved');
    expect(approved).toHaveLength(2);
    for (const card of approved) {
      const other = approved.find(({ id }) => id !== card.id)?.card.effect.takesTime;
      const others = other?.stretches.map((time) => ({ ...time, title: other.title, by: 'calendar' as const })) ?? [];
      const stranger = others.map((time) => ({ ...time, title: 'Somebody else' }));
      const passes = (inTheWay: typeof others) =>
        isPassedOver(orm, { runId: run.id, id: card.stepId }, card.card.effect, card, [
          { kind: 'time', others: inTheWay },
        ]);
      expect([passes(others), passes(stranger), passes([...others, ...stranger])]).toEqual([true, false, false]);
    }
  });

  it('that moves an event onto another one offers the nearest free time for it', async () => {
    const move = { uid: '0', date: null, time: '15:30:00', byMinutes: null, timeZone };
    const life = await start(
      { move: planOf({ ...step('write', 'move'), action: 'calendar.move-event', args: move }) },
      folderWith(
        'SUMMARY:Lunch\nDTSTART:20261126T120000Z\nDTEND:20261126T130000Z',
        'SUMMARY:Dentist\nDTSTART:20261126T150000Z\nDTEND:20261126T160000Z',
      ),
    );
    const run = await life.still(await life.say('move'));
    expect(saysOf(run)).toEqual(['You have “Dentist” then, 15:00–16:00.']);
    await choose(life, run.id, 'another-time');
    const again = await life.until(() => cardsOf(life.run(run.id)).find(({ card }) => !card.conflicts));
    expect(again.card.title).toBe('Move “Lunch” to Thursday 26 November, 16:00–17:00');
    await life.until(() => life.run(run.id).state === 'waiting_approval');
    await life.approve(run.id);
    expect((await over(life, run.id)).state).toBe('completed');
  });

  it('that changes one event twice is in no way of itself', async () => {
    const longer = { uid: '0', minutes: 90 };
    const move = { uid: '0', time: '16:00:00', timeZone };
    const twice = planOf(
      { ...step('write', 'longer'), action: 'calendar.change-event', args: longer },
      { ...step('write', 'move'), action: 'calendar.move-event', args: move },
    );
    const life = await start(
      { twice },
      folderWith('SUMMARY:Dentist\nDTSTART:20261126T150000Z\nDTEND:20261126T160000Z'),
    );
    expect(saysOf(await life.still(await life.say('twice')))).toEqual([]);
  });
});
