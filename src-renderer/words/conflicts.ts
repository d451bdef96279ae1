import { t } from '#contract/language/t.ts';
import type { Approval } from '#contract/model/approval.ts';
import { choicesOf } from '#contract/model/conflict.ts';
import { dayAndTime } from '#renderer/words/time.ts';

export const conflictWords = {
  choose: t`What to do about it`,
  chooseFirst: t`Choose what to do where something stands in the way.`,
} as const;

/** Until when a step waits that the person said yes to for when there is room; null when it does not. */
export function waitsForRoom(approval: Approval | null): string | null {
  if (approval?.status !== 'approved' || approval.choice !== 'wait') return null;
  const wait = choicesOf(approval.card.conflicts ?? []).find(({ kind }) => kind === 'wait');
  return wait?.kind === 'wait' ? t`Waits for room, until ${dayAndTime(wait.until)} at the latest` : t`Waits for room`;
}
