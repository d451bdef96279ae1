import type { ApprovalStatus } from '#contract/model/approval.ts';
import type { ApprovalPace } from '#contract/model/approval-pace.ts';
import { countOf, dayAndTime, figure } from '#renderer/words/time.ts';

export const approvalsWords = {
  title: 'Approvals',
  intro: 'Everything that waits for your OK. Nothing here happens until you say so.',
  waiting: 'Waiting for you',
  lately: 'Answered lately',
  approve: 'Approve',
  change: 'Change',
  notNow: 'Not now',
  save: 'Save changes',
  back: 'Leave as it was',
  changeForm: 'Change the details',
  whyThis: 'Why this?',
  difference: 'What changes',
  before: 'Now:',
  after: 'Then:',
  emptyTitle: 'Nothing waits for you',
  emptySays: 'When something needs your OK, it stands here with everything you need to decide.',
  loading: 'Looking for what needs you…',
  openRequest: 'Open the whole request',
  showMore: 'Show more',
} as const;

/** Under the cards that are shown, where there are more. */
export const moreWaitSays = (shown: number, total: number, isMost: boolean): string =>
  `These are the ${figure(shown)} that have waited longest, of ${figure(total)}.${isMost ? ' The next come up as you answer.' : ''}`;

export const waitsUntil = (expiresAt: string): string => `Waits until ${dayAndTime(expiresAt)}`;

export const approvalStatusWords: Readonly<Record<ApprovalStatus, string>> = {
  waiting: 'Waiting for you',
  approved: 'You approved it',
  declined: 'You said not now',
  expired: 'Not answered in time',
  overtaken: 'Overtaken',
};

/** What became of a card that can no longer be answered. */
export const approvalStatusNotes: Readonly<Record<ApprovalStatus, string | null>> = {
  waiting: null,
  approved: null,
  declined: null,
  expired: 'The time for your OK ran out, so this was not done. Ask again if you still want it.',
  overtaken:
    'Something it was about changed after you saw it, so this card no longer counts. A fresh one was made if it is still wanted.',
};

/** How often the person was asked; null while there is nothing to say of it. */
export function paceSays({ askedToday, usually }: Pick<ApprovalPace, 'askedToday' | 'usually'>): string | null {
  if (askedToday === 0 && usually === 0) return null;
  const today = askedToday === 0 ? 'You weren’t asked anything today' : `You were asked ${timesOf(askedToday)} today`;
  return usually === 0 ? `${today}.` : `${today}, usually ${timesOf(usually)} a day.`;
}

const timesOf = (count: number): string => (count === 1 ? 'once' : countOf(count, 'time', 'times'));

/** Why a card can’t be approved yet, and in how many seconds it can. */
export const waitSays = (says: string, seconds: number): string =>
  `${says} You can approve in ${countOf(seconds, 'second', 'seconds')}.`;

export const likeWords = {
  title: (count: number) => `${count} of the same kind`,
  list: 'What waits for your OK together',
  approve: (count: number) => `Approve ${count}`,
  oneByOne: 'One by one',
  note: (chosen: number, all: number) =>
    chosen === all
      ? 'Each is from a request of its own.'
      : chosen === 0
        ? 'Nothing is ticked, so nothing would be answered.'
        : 'What isn’t ticked stays here.',
} as const;
