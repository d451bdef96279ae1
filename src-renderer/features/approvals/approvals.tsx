import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Page, Section } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { AnsweredRow } from '#renderer/features/approvals/answered-row.tsx';
import { ApprovalCard } from '#renderer/features/approvals/approval-card.tsx';
import { groupLike } from '#renderer/features/approvals/like-cards.ts';
import { LikeCardsCard } from '#renderer/features/approvals/like-cards-card.tsx';
import { MoreWaits } from '#renderer/features/approvals/more-waits.tsx';
import { PaceLine } from '#renderer/features/approvals/pace-line.tsx';
import { SoughtCard } from '#renderer/features/approvals/sought-card.tsx';
import { approvalsWords } from '#renderer/words/approvals.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutApprovals = ({ body }: LoggedEvent) => body.kind.startsWith('approval.') || body.kind === 'run.changed';

/** As many as one can look through; the longest waiting first, so that none runs out unseen. */
const SHOWN_AT_ONCE = 50;
const MOST_SHOWN = 200;

type ApprovalsProps = {
  /** The card that the person was led to from outside the window. */
  readonly cardId: string | null;
};

/** Everything that waits for the person's OK, oldest first, and what they answered lately. */
export function Approvals({ cardId }: ApprovalsProps) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const waiting = useFresh(
    (api) => api.approvals.list({ status: 'waiting', order: 'oldest', limit: shown, first: cardId ?? undefined }),
    aboutApprovals,
    'at once',
  );
  const all = useFresh((api) => api.approvals.list({ limit: 30 }), aboutApprovals);
  const cards = waiting.data?.items ?? [];
  const { refresh } = waiting;
  useEffect(() => {
    if (shown > SHOWN_AT_ONCE || cardId !== null) refresh();
  }, [shown, cardId, refresh]);
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const answered = (all.data?.items ?? []).filter((one) => one.status !== 'waiting').slice(0, 10);

  return (
    <Page title={approvalsWords.title} intro={approvalsWords.intro} note={<PaceLine />}>
      {waiting.trouble ? <Notice tone="danger">{troubleSentence(waiting.trouble)}</Notice> : null}
      {waiting.data === null && !waiting.trouble ? (
        <div role="status">
          <Unseen>{approvalsWords.loading}</Unseen>
          <Skeleton lines={4} />
        </div>
      ) : null}
      {waiting.data !== null && cards.length === 0 ? (
        <EmptyState icon={CircleCheck} title={approvalsWords.emptyTitle} says={approvalsWords.emptySays} />
      ) : null}
      {cards.length > 0 ? (
        <Section title={approvalsWords.waiting}>
          <Stack gap={16}>
            {groupLike(cards, apart).map(({ key, cards: alike }) => (
              <SoughtCard key={key} isSought={alike.some(({ id }) => id === cardId)}>
                {alike.length > 1 ? (
                  <LikeCardsCard cards={alike} onApart={() => setApart(new Set([...apart, key]))} />
                ) : (
                  alike.map((approval) => <ApprovalCard key={approval.id} approval={approval} />)
                )}
              </SoughtCard>
            ))}
            {waiting.data !== null && waiting.data.total > cards.length ? (
              <MoreWaits
                shown={cards.length}
                total={waiting.data.total}
                onMore={shown < MOST_SHOWN ? () => setShown(shown + SHOWN_AT_ONCE) : null}
              />
            ) : null}
          </Stack>
        </Section>
      ) : null}
      {answered.length > 0 ? (
        <Section title={approvalsWords.lately}>
          <List>
            {answered.map((approval) => (
              <AnsweredRow key={approval.id} approval={approval} />
            ))}
          </List>
        </Section>
      ) : null}
    </Page>
  );
}
