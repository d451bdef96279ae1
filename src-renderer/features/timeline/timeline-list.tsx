import { History } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { VirtualList } from '#renderer/design/virtual-list.tsx';
import { guessHeight } from '#renderer/features/timeline/guess-height.ts';
import { TimelineRowView } from '#renderer/features/timeline/timeline-row-view.tsx';
import { type Looking, type TimelineRow, timelineRows } from '#renderer/features/timeline/timeline-rows.ts';
import { type Sought, useHistory } from '#renderer/features/timeline/use-history.ts';
import { timelineWords } from '#renderer/words/timeline.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const keyOf = (row: TimelineRow) => row.key;
const drawRow = (row: TimelineRow) => <TimelineRowView row={row} />;

/** What was found of what is sought, newest first, with more of it as one goes on. */
export function TimelineList({ sought, looking }: { readonly sought: Sought; readonly looking: Looking }) {
  const { days, loading, isWhole, trouble, readOlder } = useHistory(sought);
  const { filter, detail } = looking;
  const rows = useMemo(() => timelineRows(days, { filter, detail }), [days, filter, detail]);
  const isSearching = !loading && !isWhole && rows.length === 0 && trouble === null;
  return (
    <>
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      {loading || isSearching ? (
        <div role="status">
          <Unseen>{sought.search === '' ? timelineWords.loading : timelineWords.searching}</Unseen>
          <Skeleton lines={6} />
        </div>
      ) : null}
      {isWhole && rows.length === 0 ? <Nothing sought={sought} isEmpty={days.size === 0} /> : null}
      {loading ? null : (
        <VirtualList label={timelineWords.list} items={rows} keyOf={keyOf} guess={guessHeight} onNearEnd={readOlder}>
          {drawRow}
        </VirtualList>
      )}
    </>
  );
}

function Nothing({ sought: { search, upTo }, isEmpty }: { readonly sought: Sought; readonly isEmpty: boolean }) {
  if (search !== '')
    return <EmptyState icon={History} title={timelineWords.notFoundTitle(search)} says={timelineWords.notFoundSays} />;
  return (
    <EmptyState
      icon={History}
      title={isEmpty && upTo === null ? timelineWords.emptyTitle : timelineWords.emptyFilterTitle}
      says={isEmpty && upTo === null ? timelineWords.emptySays : timelineWords.emptyFilterSays}
    />
  );
}
