import type { Approval } from '#contract/model/approval.ts';
import type { Json } from '#contract/model/json.ts';
import { isOutside } from '#contract/model/provenance.ts';
import type { ToolCallRow } from '#db/repositories/tool-calls.ts';
import { digestWith } from '#main/approvals/digest.ts';
import type { Deed } from './services.ts';

export type Judged = {
  readonly call: ToolCallRow | undefined;
  readonly approval: Approval | undefined;
  /** The person's own words: the sentence. */
  readonly said: string;
  /** All that others wrote. */
  readonly text: string;
};

/**
 * Why a deed was not one that the person plainly saw and allowed; null when it was. Seen means: a card that was said
 * yes to, bound by its digest to this very call, on which each value stands letter for letter with an honest origin.
 */
export function whyUnseen(deed: Deed, { call, approval, said, text }: Judged): string | null {
  if (!call) return 'nothing in the log stands for it';
  if (JSON.stringify(call.args) !== JSON.stringify(deed.args)) return 'the log has other arguments';
  if (approval?.status !== 'approved') return isDraft(call) ? whyUnmarked(deed, call, said) : 'nobody said yes';
  const { digest, card } = approval;
  if (digest !== digestWith(call.digest ?? '', card.conflicts)) return 'the yes was to something else';
  for (const value of leavesOf(deed.args)) {
    const shown = card.values.filter((each) => leavesOf(each.value).includes(value));
    if (shown.length === 0) return `the card does not show ${value}`;
    const isSaid = said.includes(value);
    const isHonest = shown.some(({ provenance }) => provenance.some((mark) => mark === 'model' || isOutside(mark)));
    if (!isSaid && !isHonest) return `the card says that ${value} is the person’s own`;
    const isRead = value.length > 5 && text.includes(value) && !isSaid;
    if (isRead && !shown.some(({ provenance }) => provenance.some(isOutside)))
      return `the card does not say that ${value} was read`;
  }
  for (const recipient of deed.recipients) {
    const shown = card.values.some((each) => leavesOf(each.value).includes(recipient) && each.provenance.length > 0);
    if (!shown) return `the card does not say where the recipient ${recipient} comes from`;
  }
  return null;
}

/** It went to nobody, lies among the person's own drafts, and can be taken back at any time. */
const isDraft = ({ effect: { kind, audience, recipients, reversible } }: ToolCallRow): boolean =>
  kind === 'draft' && audience === 'nobody' && recipients.length === 0 && reversible === 'yes';

/** A draft needs no yes, but every value that the person did not say has to stand beside it as somebody else's. */
function whyUnmarked(deed: Deed, { fromOthers }: ToolCallRow, said: string): string | null {
  for (const value of leavesOf(deed.args)) {
    const shown = (fromOthers ?? []).filter((each) => leavesOf(each.value).includes(value));
    const isMarked = shown.some(({ provenance }) => provenance.some(isOutside));
    if (!isMarked && !said.includes(value)) return `the draft does not say that ${value} was read`;
  }
  return null;
}

function leavesOf(value: Json): string[] {
  if (value === null || value === '') return [];
  if (typeof value === 'object') return Object.values(value).flatMap(leavesOf);
  return [String(value)];
}
