import { t } from '#contract/language/t.ts';
import type { ApprovalStatus } from '#contract/model/approval.ts';
import type { ApprovalPace } from '#contract/model/approval-pace.ts';
import { countOf, dayAndTime, figure } from '#renderer/words/time.ts';

export const approvalsWords = {
  title: t`Approvals`,
  intro: t`Everything that waits for your OK. Nothing here happens until you say so.`,
  waiting: t`Waiting for you`,
  lately: t`Answered lately`,
  approve: t`Approve`,
  change: t`Change`,
  notNow: t`Not now`,
  save: t`Save changes`,
  back: t`Leave as it was`,
  changeForm: t`Change the details`,
  whyThis: t`Why this?`,
  difference: t`What changes`,
  before: t`Now:`,
  after: t`Then:`,
  emptyTitle: t`Nothing waits for you`,
  emptySays: t`When something needs your OK, it stands here with everything you need to decide.`,
  loading: t`Looking for what needs you…`,
  openRequest: t`Open the whole request`,
  showMore: t`Show more`,
} as const;

/** Under the cards that are shown, where there are more. */
export const moreWaitSays = (shown: number, total: number, isMost: boolean): string =>
  isMost
    ? t`These are the ${figure(shown)} that have waited longest, of ${figure(total)}. The next come up as you answer.`
    : t`These are the ${figure(shown)} that have waited longest, of ${figure(total)}.`;

export const waitsUntil = (expiresAt: string): string => t`Waits until ${dayAndTime(expiresAt)}`;

export const approvalStatusWords: Readonly<Record<ApprovalStatus, string>> = {
  waiting: t`Waiting for you`,
  approved: t`You approved it`,
  declined: t`You said not now`,
  expired: t`Not answered in time`,
  overtaken: t`Overtaken`,
};

/** What became of a card that can no longer be answered. */
export const approvalStatusNotes: Readonly<Record<ApprovalStatus, string | null>> = {
  waiting: null,
  approved: null,
  declined: null,
  expired: t`The time for your OK ran out, so this was not done. Ask again if you still want it.`,
  overtaken: t`Something it was about changed after you saw it, so this card no longer counts. A fresh one was made if it is still wanted.`,
};

/** How often the person was asked; null while there is nothing to say of it. */
export function paceSays({ askedToday, usually }: Pick<ApprovalPace, 'askedToday' | 'usually'>): string | null {
  if (askedToday === 0 && usually === 0) return null;
  const today = askedToday === 0 ? t`You weren’t asked anything today` : t`You were asked ${timesOf(askedToday)} today`;
  return usually === 0 ? `${today}.` : t`${today}, usually ${timesOf(usually)} a day.`;
}

const timesOf = (count: number): string => (count === 1 ? t`once` : countOf(count, t`time`, t`times`));

/** Why a card can’t be approved yet, and in how many seconds it can. */
export const waitSays = (says: string, seconds: number): string =>
  t`${says} You can approve in ${countOf(seconds, t`second`, t`seconds`)}.`;

export const likeWords = {
  title: (count: number) => t`${count} of the same kind`,
  list: t`What waits for your OK together`,
  approve: (count: number) => t`Approve ${count}`,
  oneByOne: t`One by one`,
  note: (chosen: number, all: number) =>
    chosen === all
      ? t`Each is from a request of its own.`
      : chosen === 0
        ? t`Nothing is ticked, so nothing would be answered.`
        : t`What isn’t ticked stays here.`,
} as const;
