import type { Approval, ApprovalStatus } from '#contract/model/approval.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { ListRow } from '#renderer/design/list.tsx';
import { type Mark, StateMark } from '#renderer/design/state-mark.tsx';
import { approvalStatusNotes, approvalStatusWords } from '#renderer/words/approvals.ts';
import { whenShort } from '#renderer/words/time.ts';

const markOf: Readonly<Record<ApprovalStatus, Mark>> = {
  waiting: 'asks',
  approved: 'done',
  declined: 'left-out',
  expired: 'missed',
  overtaken: 'undone',
};

export function AnsweredRow({ approval }: { readonly approval: Approval }) {
  const note = approvalStatusNotes[approval.status];
  return (
    <ListRow
      href={hrefOf({ screen: 'run', runId: approval.runId })}
      leading={<StateMark mark={markOf[approval.status]} />}
      title={approval.card.title}
      detail={note === null ? approvalStatusWords[approval.status] : `${approvalStatusWords[approval.status]}. ${note}`}
      trailing={whenShort(approval.decidedAt ?? approval.createdAt)}
    />
  );
}
