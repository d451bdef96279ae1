import type { RouterClient } from '@orpc/server';
import type { Approval } from '#contract/model/approval.ts';
import { isPlainCard } from '#contract/model/plain-card.ts';
import type { router } from '#main/api/router.ts';

/** Everything that the core can be asked, by the shell on behalf of the person in front of it. */
export type OwnersApi = RouterClient<typeof router>;

/**
 * Whether the sentence of a card is enough to decide on it, so that it can be answered from a menu or a notice. What
 * always needs the person, costs money, stands in the way of something or holds words of others is looked at first.
 */
export const isAnsweredOutside = ({ card }: Pick<Approval, 'card'>): boolean => isPlainCard(card);

/**
 * Answers a card without the window. The yes is bound to the digest that the person was shown; where it cannot be taken
 * (it was answered elsewhere, changed, or the answers come faster than anybody reads) the full card is opened instead.
 */
export async function answerOutside(
  api: Pick<OwnersApi, 'approvals'>,
  approval: Approval,
  decision: 'approve' | 'decline',
  openCard: (id: string) => void,
): Promise<void> {
  const { id, digest } = approval;
  const mustLook = decision === 'approve' && (!isAnsweredOutside(approval) || (await isTooFast(api)));
  if (mustLook) return openCard(id);
  await api.approvals.decide({ id, digest, decision }).catch(() => openCard(id));
}

const isTooFast = async (api: Pick<OwnersApi, 'approvals'>): Promise<boolean> =>
  (await api.approvals.pace()).slowDown !== null;
