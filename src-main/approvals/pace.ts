import { Temporal } from 'temporal-polyfill';
import { t } from '#contract/language/t.ts';
import type { Approval } from '#contract/model/approval.ts';
import type { ApprovalPace } from '#contract/model/approval-pace.ts';
import type { Card } from '#contract/model/card.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import type { Orm } from '#db/open-database.ts';
import { countApprovals, listApprovalsSince } from '#db/repositories/approvals.ts';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 14;
/** Faster than this nobody reads: 600 words a minute, and a moment to find the place. */
const MS_A_WORD = 100;
/** 240 words a minute are read without haste. */
const MS_A_WORD_AT_EASE = 250;
const A_MOMENT_MS = 600;
/** Answers further back say nothing of how somebody reads now. */
const LATELY_MS = 10 * 60_000;
const TOO_FAST_IN_A_ROW = 2;
const LEAST_SECONDS = 3;
const MOST_SECONDS = 10;

const says = t`Your last answers came faster than they can be read, so this one waits a moment for you.`;

/** How often the person is asked, and whether their latest yeses came faster than their cards can be read. */
export function readPace(orm: Orm, now: Instant, timeZone: TimeZone): ApprovalPace {
  const midnight = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).startOfDay();
  const today = midnight.toInstant().toString({ smallestUnit: 'millisecond' });
  const before = new Date(Date.parse(today) - USUAL_DAYS * DAY_MS).toISOString();
  const asked = listApprovalsSince(orm, before);
  const isToday = ({ createdAt }: Approval) => createdAt >= today;
  const waiting = asked.filter(({ status }) => status === 'waiting');
  return {
    askedToday: countDecisions(asked.filter(isToday)),
    usually: Math.round((countDecisions(asked.filter((each) => !isToday(each))) / USUAL_DAYS) * 10) / 10,
    waiting: countApprovals(orm, 'waiting'),
    slowDown: outranTheirEyes(asked, now) ? { seconds: secondsToRead(waiting.at(-1)?.card), says } : null,
  };
}

/** The lines of one plan that were asked together are one decision. */
const countDecisions = (asked: readonly Approval[]): number =>
  new Set(asked.map(({ runId, createdAt }) => `${runId} ${createdAt.slice(0, 16)}`)).size;

/** Whether the latest yeses, each with all that was answered in the same press, left too little time to read them. */
export function outranTheirEyes(asked: readonly Approval[], now: Instant): boolean {
  const presses = pressesOf(asked.filter(({ status, decidedBy }) => status === 'approved' && decidedBy !== 'clock'));
  const lately = presses.filter(({ at }) => Date.parse(now) - Date.parse(at) < LATELY_MS).slice(-TOO_FAST_IN_A_ROW);
  if (lately.length < TOO_FAST_IN_A_ROW) return false;
  return lately.every(({ at, cards, since }) => {
    const needed = A_MOMENT_MS + cards.reduce((sum, card) => sum + wordsOf(card) * MS_A_WORD, 0);
    return Date.parse(at) - Date.parse(since) < needed;
  });
}

type Press = { readonly at: Instant; readonly since: Instant; readonly cards: readonly Card[] };

/** What was answered at one instant, oldest first; it could be read since it was asked, or since the press before. */
function pressesOf(approved: readonly Approval[]): Press[] {
  const byInstant = Map.groupBy(
    approved.filter(({ decidedAt }) => decidedAt !== null).toSorted((a, b) => compare(a.decidedAt, b.decidedAt)),
    ({ decidedAt }) => decidedAt ?? '',
  );
  let last = '';
  return [...byInstant].map(([at, together]) => {
    const asked = together.map(({ createdAt }) => createdAt).sort()[0] ?? at;
    const since = asked > last ? asked : last;
    last = at;
    return { at, since, cards: together.map(({ card }) => card) };
  });
}

const compare = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);

function secondsToRead(card: Card | undefined): number {
  const seconds =
    card === undefined ? LEAST_SECONDS : Math.ceil((A_MOMENT_MS + wordsOf(card) * MS_A_WORD_AT_EASE) / 1_000);
  return Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, seconds));
}

const wordsOf = ({ title, values }: Card): number =>
  [title, ...values.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)))]
    .join(' ')
    .split(/\s+/).length;
