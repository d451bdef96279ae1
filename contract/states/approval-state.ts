import type { ApprovalStatus } from '#contract/model/approval.ts';
import { assertNever } from '#contract/states/assert-never.ts';

export type ApprovalSignal = 'approve' | 'decline' | 'expire' | 'overtake';

/**
 * The next status of an approval, or null when it is already decided: the first answer wins. A
 * consent that was given can still be overtaken, because it holds only for what was seen.
 */
export function nextApprovalStatus(status: ApprovalStatus, signal: ApprovalSignal): ApprovalStatus | null {
  switch (status) {
    case 'waiting':
      if (signal === 'approve') return 'approved';
      if (signal === 'decline') return 'declined';
      return signal === 'expire' ? 'expired' : 'overtaken';
    case 'approved':
      return signal === 'overtake' ? 'overtaken' : null;
    case 'declined':
    case 'expired':
    case 'overtaken':
      return null;
  }
  return assertNever(status);
}
