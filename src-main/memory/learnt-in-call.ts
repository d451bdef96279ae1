import { isOutside, type Provenance } from '#contract/model/provenance.ts';
import type { OutsideItem } from '#contract/model/source.ts';
import type { Orm } from '#db/open-database.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { findLatestCall } from '#db/repositories/tool-calls.ts';
import type { Learning } from '#main/memory/keep-memory.ts';

const LONGEST_QUOTE = 500;

/**
 * How what a call keeps came to be known. It is looked up in the intent that was written down before the call, where
 * nobody who plans has a say: the person's own words are known at once, whatever else had a part in it waits for a yes,
 * unless they said yes to a card that showed it.
 */
export function learntInCall(orm: Orm, key: string): Learning {
  const [runId = '', stepId = ''] = key.split(/\.(.*)/s);
  const call = findLatestCall(orm, runId, stepId);
  const provenance: Provenance = call?.provenance ?? ['model'];
  const mark = provenance.find(isOutside) ?? null;
  const by = mark !== null ? 'outside' : provenance.every((each) => each === 'person') ? 'said' : 'inferred';
  const intent = findRun(orm, runId)?.intent ?? null;
  const isSeen = by !== 'said' && wasApproved(orm, runId, stepId);
  return {
    by,
    mark,
    from: mark === null ? null : itemOf(mark),
    quote: intent === null ? null : intent.slice(0, LONGEST_QUOTE),
    runId: intent === null ? null : runId,
    status: by === 'said' || isSeen ? 'known' : 'waiting',
  };
}

function wasApproved(orm: Orm, runId: string, stepId: string): boolean {
  const approvalId = findStep(orm, runId, stepId)?.approvalId ?? null;
  return approvalId !== null && findApproval(orm, approvalId)?.status === 'approved';
}

function itemOf(mark: string): OutsideItem {
  const [connector = '', item = ''] = mark.slice('outside:'.length).split(/\/(.*)/s);
  return { what: 'answer', title: `${connector}, ${item}`, by: null };
}
