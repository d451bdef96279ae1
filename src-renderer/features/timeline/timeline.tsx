import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Chips } from '#renderer/design/chips.tsx';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Page } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { Text, Unseen } from '#renderer/design/text.tsx';
import { VirtualList } from '#renderer/design/virtual-list.tsx';
import { TimelineRowView } from '#renderer/features/timeline/timeline-row-view.tsx';
import { type Filter, timelineRows } from '#renderer/features/timeline/timeline-rows.ts';
import { useHistory } from '#renderer/features/timeline/use-history.ts';
import { timelineWords } from '#renderer/words/timeline.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const filters: readonly { value: Filter; label: string }[] = [
  { value: 'all', label: timelineWords.all },
  { value: 'done', label: timelineWords.done },
  { value: 'asked', label: timelineWords.asked },
  { value: 'reminders', label: timelineWords.reminders },
  { value: 'settings', label: timelineWords.settings },
];

const heightOf = { day: 58, run: 44, event: 60 } as const;

/** The whole log as sentences, live. */
export function Timeline() {
  const { events, loading, trouble, readOlder } = useHistory();
  const [filter, setFilter] = useState<Filter>('all');
  const [detail, setDetail] = useState(false);
  const rows = useMemo(() => timelineRows(events, { filter, detail }), [events, filter, detail]);
  const never = events.length === 0;
  return (
    <Page title={timelineWords.title} intro={timelineWords.intro}>
      <Row gap={12} spread wrap>
        <Chips label={timelineWords.filters} value={filter} options={filters} onChange={setFilter} />
        <Row gap={8}>
          <Text as="span" size="small" tone="quiet">
            {timelineWords.detail}
          </Text>
          <Switch label={timelineWords.detail} on={detail} onChange={setDetail} />
        </Row>
      </Row>
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      {loading ? (
        <div role="status">
          <Unseen>{timelineWords.loading}</Unseen>
          <Skeleton lines={6} />
        </div>
      ) : null}
      {!loading && rows.length === 0 ? (
        <EmptyState
          icon={History}
          title={never ? timelineWords.emptyTitle : timelineWords.emptyFilterTitle}
          says={never ? timelineWords.emptySays : timelineWords.emptyFilterSays}
        />
      ) : null}
      {loading ? null : (
        <VirtualList
          label={timelineWords.list}
          items={rows}
          keyOf={(row) => row.key}
          guess={(row) => heightOf[row.kind]}
          onNearEnd={readOlder}
        >
          {(row) => <TimelineRowView row={row} />}
        </VirtualList>
      )}
    </Page>
  );
}
