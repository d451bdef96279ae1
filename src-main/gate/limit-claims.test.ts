import { describe, expect, it } from 'vitest';
import type { Obstacle } from '#contract/model/conflict.ts';
import type { Effect } from '#contract/model/effect.ts';
import { isLimited, limitClaims } from '#main/gate/limit-claims.ts';
import { CAREFUL_LIMITS } from '#main/gate/limits-in-force.ts';
import { whenThereIsRoom } from '#main/gate/room-again.ts';

const scene = { step: { runId: 'run', id: 'step' }, now: '2026-11-30T23:30:00.000Z', timeZone: 'Europe/Lisbon' };
const effect = (kind: Effect['kind'], more: Partial<Effect> = {}): Effect => ({
  kind,
  audience: 'known',
  recipients: [],
  reversible: 'no',
  ...more,
});
const claimed = (of: Effect, timeZone = scene.timeZone): string[] =>
  limitClaims(of, CAREFUL_LIMITS, { ...scene, timeZone }).map(({ bucket, amount }) => `${bucket} ${amount}`);

describe('what an effect takes of what is limited', () => {
  it.each([
    ['a post', effect('post'), ['posts:day:2026-11-30 1', 'posts:plan:run 1']],
    ['an application', effect('submission'), ['applications:day:2026-11-30 1', 'applications:plan:run 1']],
    ['a message', effect('message'), ['messages:day:2026-11-30 1', 'messages:plan:run 1']],
    [
      'a message to three',
      effect('message', { recipients: ['a', 'b', 'c'] }),
      ['messages:day:2026-11-30 3', 'messages:plan:run 3'],
    ],
    ['an invitation', effect('event', { recipients: ['a'] }), ['messages:day:2026-11-30 1', 'messages:plan:run 1']],
    [
      'a payment',
      effect('payment', { money: { minor: 250, currency: 'EUR' }, recipients: ['shop'] }),
      ['money:EUR:action:run.step 250', 'money:EUR:day:2026-11-30 250', 'money:EUR:month:2026-11 250'],
    ],
    ['an event of their own', effect('event'), []],
    ['a draft', effect('draft', { recipients: ['a'] }), []],
    ['a look', effect('none'), []],
    [
      'money that comes in',
      effect('submission', { money: { minor: -1, currency: 'EUR' } }),
      ['applications:day:2026-11-30 1', 'applications:plan:run 1'],
    ],
  ])('%s', (_what, of, expected) => {
    expect(claimed(of)).toEqual(expected);
    expect(isLimited(of)).toBe(expected.length > 0);
  });

  it.each([
    ['America/New_York', 'posts:day:2026-11-30 1'],
    ['Asia/Tokyo', 'posts:day:2026-12-01 1'],
    ['Pacific/Kiritimati', 'posts:day:2026-12-01 1'],
  ])('is of the day that it is for the person in %s', (timeZone, bucket) => {
    expect(claimed(effect('post'), timeZone)[0]).toBe(bucket);
  });
});

describe('when there is room again', () => {
  const over = (bucket: string, amount = 1): Obstacle => ({
    kind: 'limit',
    bucket,
    amount,
    limit: 5,
    total: 6,
    stillWaiting: 0,
  });

  it.each([
    ['the person’s midnight', ['posts:day:2026-11-30'], 'Asia/Tokyo', '2026-11-30T15:00:00.000Z'],
    ['also on a day that the clocks change', ['posts:day:2026-03-28'], 'Europe/Lisbon', '2026-03-29T00:00:00.000Z'],
    ['and on one that has no midnight', ['posts:day:2026-09-05'], 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['the next month', ['money:EUR:month:2026-12'], 'Europe/Lisbon', '2027-01-01T00:00:00.000Z'],
    [
      'the later of two',
      ['money:EUR:month:2026-11', 'money:EUR:day:2026-11-26'],
      'Europe/Lisbon',
      '2026-12-01T00:00:00.000Z',
    ],
    ['never, for one payment', ['money:EUR:action:run.step'], 'Europe/Lisbon', null],
    ['never, for one plan', ['posts:day:2026-11-30', 'posts:plan:run'], 'Europe/Lisbon', null],
  ])('is %s', (_what, buckets, timeZone, expected) => {
    expect(
      whenThereIsRoom(
        buckets.map((bucket) => over(bucket)),
        timeZone,
      ),
    ).toBe(expected);
  });

  it('is never for what is over the limit by itself, nor for the time of something else', () => {
    expect(whenThereIsRoom([over('posts:day:2026-11-30', 6)], 'Europe/Lisbon')).toBeNull();
    expect(whenThereIsRoom([{ kind: 'time', others: [] }], 'Europe/Lisbon')).toBeNull();
    expect(whenThereIsRoom([], 'Europe/Lisbon')).toBeNull();
  });
});
