import { describe, expect, it } from 'vitest';
import { everyDayAtEleven, one, plans, runsOf } from '#main/automations/automations-for-tests.ts';
import { startLife } from '#main/compose-for-tests.ts';
import { entriesIn, rowsIn } from '#main/ledger-for-tests.ts';

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
