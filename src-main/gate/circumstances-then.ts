import { Temporal } from 'temporal-polyfill';
import type { Effect } from '#contract/model/effect.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import { hourOf } from '#main/gate/circumstances-now.ts';
import { limitClaims } from '#main/gate/limit-claims.ts';
import { CAREFUL_LIMITS } from '#main/gate/limits-in-force.ts';
import type { Circumstances } from '#policies/circumstances.ts';

type Past = {
  readonly at: Instant;
  readonly runId: string;
  readonly stepId: string;
  readonly happened: boolean;
  readonly proposal: { readonly action: string; readonly effect: Effect };
};

/** What stood before each of what was done, oldest first: the hour then, and what had been done by then that day. */
export function circumstancesThen(past: readonly Past[], timeZone: TimeZone): readonly Circumstances[] {
  const so = new Map<string, number>();
  const add = (key: string, amount: number) => so.set(key, (so.get(key) ?? 0) + amount);
  return past.map(({ at, runId, stepId, happened, proposal: { action, effect } }) => {
    const day = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
    const upTo = (key: string) => so.get(key) ?? 0;
    const spent = (span: string) => (effect.money ? upTo(`money:${effect.money.currency}:${span}`) : 0);
    const circumstances = {
      ...hourOf(at, timeZone),
      doneToday: upTo(`${action} ${day}`),
      messagesToday: upTo(`messages:day:${day}`),
      postsToday: upTo(`posts:day:${day}`),
      applicationsToday: upTo(`applications:day:${day}`),
      spentToday: spent(`day:${day}`),
      spentThisMonth: spent(`month:${day.slice(0, 7)}`),
    };
    if (happened) {
      add(`${action} ${day}`, 1);
      const claims = limitClaims(effect, CAREFUL_LIMITS, { step: { runId, id: stepId }, now: at, timeZone });
      for (const { bucket, amount } of claims) add(bucket, amount);
    }
    return circumstances;
  });
}
