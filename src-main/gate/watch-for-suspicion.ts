import { connectorOf } from '#contract/model/action-name.ts';
import type { Effect } from '#contract/model/effect.ts';
import { isOutside, type Provenance } from '#contract/model/provenance.ts';
import type { SuspicionKind } from '#contract/model/suspicion.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { insertSign, isKnownRecipient, meetRecipient, removeSignsBefore } from '#db/repositories/suspicions.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { raiseIfTooMany } from '#main/gate/raise-suspicion.ts';

/** What is about to happen, or just did not, with the step that it is about. */
export type Happening =
  | {
      readonly kind: 'claiming';
      readonly toolCallId: string;
      readonly effect: Effect;
      readonly approved: boolean;
      /** Whether the person has saved somebody under an address. */
      isSaved(address: string): boolean;
    }
  | { readonly kind: 'turned-away'; readonly toolCallId: string }
  | { readonly kind: 'refused'; readonly sinks: readonly { readonly provenance: Provenance }[] };

type About = Pick<StepRow, 'runId' | 'id' | 'name' | 'tool'>;

const DAY_MS = 86_400_000;

/**
 * Counts what could be a program run wild or somebody else at work, inside the transaction that claims
 * or settles. When it is too much, everything it could touch is paused in that same transaction, and
 * the answer is true: what was about to be claimed must not be.
 */
export function watchForSuspicion(tx: JournalTx, step: About, happening: Happening): boolean {
  switch (happening.kind) {
    case 'claiming':
      return watchClaim(tx, step, happening);
    case 'turned-away':
      sign(tx, step, 'failed-sign-in', happening.toolCallId);
      return raiseIfTooMany(tx, step, 'failed-sign-in');
    case 'refused':
      if (!happening.sinks.some(({ provenance }) => provenance.some(isOutside))) return false;
      sign(tx, step, 'outside-text', null);
      return raiseIfTooMany(tx, step, 'outside-text');
  }
}

/** Looks and drafts reach nobody and change nothing, and what the person said yes to is no burst. */
function watchClaim(tx: JournalTx, step: About, happening: Happening & { kind: 'claiming' }) {
  const { effect, approved, toolCallId } = happening;
  const unattended = !approved && effect.kind !== 'none' && effect.kind !== 'draft';
  const strangers = effect.audience === 'self' ? [] : effect.recipients.filter((each) => isNew(tx, each, happening));
  if (unattended) sign(tx, step, 'burst', toolCallId);
  if (strangers.length > 0) sign(tx, step, 'new-recipients', toolCallId);
  if (unattended && raiseIfTooMany(tx, step, 'burst')) return true;
  if (strangers.length > 0 && raiseIfTooMany(tx, step, 'new-recipients')) return true;
  for (const address of strangers) meetRecipient(tx, plain(address), tx.now);
  return false;
}

/** New is who was never sent anything and whom the person has not saved. */
const isNew = (tx: JournalTx, address: string, { isSaved }: Happening & { kind: 'claiming' }): boolean =>
  !isKnownRecipient(tx.orm, plain(address)) && !isSaved(address);

const plain = (address: string): string => address.trim().toLowerCase();

function sign(tx: JournalTx, step: About, kind: SuspicionKind, toolCallId: string | null): void {
  const { runId, id: stepId, name: says, tool } = step;
  removeSignsBefore(tx, new Date(Date.parse(tx.now) - DAY_MS).toISOString());
  insertSign(tx, { kind, at: tx.now, runId, stepId, toolCallId, connector: connectorOf(tool), says });
}
