import { Temporal } from 'temporal-polyfill';
import type { Effect } from '#contract/model/effect.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import type { Limits } from '#contract/model/limits.ts';

/** An amount of a bucket, and how much of it there is. */
export type LimitClaim = { readonly bucket: string; readonly amount: number; readonly limit: number };

/** Whose step claims it, and what day it is for the person. */
export type ClaimScene = {
  readonly step: { readonly runId: string; readonly id: string };
  readonly now: Instant;
  /** The person's own zone, so that a day is one day whatever zone a request came from. */
  readonly timeZone: TimeZone;
};

/** Whether an effect takes of what is limited at all. */
export const isLimited = (effect: Effect): boolean => effect.money !== undefined || countedAs(effect) !== null;

/** What an effect takes of what is limited; empty for what costs nothing and reaches nobody. */
export function limitClaims(effect: Effect, limits: Limits, scene: ClaimScene): readonly LimitClaim[] {
  return [...moneyClaims(effect, limits, scene), ...countClaims(effect, limits, scene)];
}

function moneyClaims({ money }: Effect, limits: Limits, { step, now, timeZone }: ClaimScene): LimitClaim[] {
  if (!money || money.minor <= 0) return [];
  const { currency, minor: amount } = money;
  const { perAction, perDay, perMonth } = limits.spending[currency] ?? limits.otherSpending;
  const day = dayOf(now, timeZone);
  return [
    // A bucket of its own: nothing else of the person's can ever be in it.
    { bucket: `money:${currency}:action:${step.runId}.${step.id}`, amount, limit: perAction },
    { bucket: `money:${currency}:day:${day}`, amount, limit: perDay },
    { bucket: `money:${currency}:month:${day.slice(0, 7)}`, amount, limit: perMonth },
  ];
}

function countClaims(effect: Effect, limits: Limits, { step, now, timeZone }: ClaimScene): LimitClaim[] {
  const counted = countedAs(effect);
  if (counted === null) return [];
  const { what, amount } = counted;
  const perDay = {
    messages: limits.messagesPerDay,
    posts: limits.postsPerDay,
    applications: limits.applicationsPerDay,
  }[what];
  return [
    { bucket: `${what}:day:${dayOf(now, timeZone)}`, amount, limit: perDay },
    { bucket: `${what}:plan:${step.runId}`, amount, limit: limits.perPlan },
  ];
}

type Counted = { readonly what: 'messages' | 'posts' | 'applications'; readonly amount: number };

/** Whatever reaches others counts as messages, once for each of them; an event does so by its invitations. */
function countedAs({ kind, recipients }: Effect): Counted | null {
  switch (kind) {
    case 'post':
      return { what: 'posts', amount: 1 };
    case 'submission':
      return { what: 'applications', amount: 1 };
    case 'message':
      return { what: 'messages', amount: Math.max(1, recipients.length) };
    case 'event':
    case 'reminder':
    case 'file':
    case 'setting':
      return recipients.length === 0 ? null : { what: 'messages', amount: recipients.length };
    case 'payment':
    case 'none':
    case 'draft':
    case 'visit':
      return null;
  }
}

const dayOf = (now: Instant, timeZone: TimeZone): string =>
  Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
