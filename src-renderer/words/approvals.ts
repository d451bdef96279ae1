import type { ApprovalStatus } from '#contract/model/approval.ts';
import { dayAndTime } from '#renderer/words/time.ts';

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
} as const;

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
