import { useState } from 'react';
import { Button } from '#renderer/design/button.tsx';
import { Chips } from '#renderer/design/chips.tsx';
import { Page } from '#renderer/design/page.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { TimelineList } from '#renderer/features/timeline/timeline-list.tsx';
import type { Filter } from '#renderer/features/timeline/timeline-rows.ts';
import { useSettled } from '#renderer/features/timeline/use-settled.ts';
import { endOfDay } from '#renderer/words/time.ts';
import { timelineWords } from '#renderer/words/timeline.ts';

const filters: readonly { value: Filter; label: string }[] = [
  { value: 'all', label: timelineWords.all },
  { value: 'done', label: timelineWords.done },
  { value: 'asked', label: timelineWords.asked },
  { value: 'reminders', label: timelineWords.reminders },
  { value: 'settings', label: timelineWords.settings },
];

/** Somebody who types has not said yet what they look for. */
const TYPED_MS = 250;

/** The whole log as sentences, live, and the ways to find something in it. */
export function Timeline() {
  const [filter, setFilter] = useState<Filter>('all');
  const [detail, setDetail] = useState(false);
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState('');
  const search = useSettled(typed.trim(), TYPED_MS);
  const upTo = endOfDay(day);
  return (
    <Page title={timelineWords.title} intro={timelineWords.intro}>
      <Stack gap={12}>
        <Row gap={12} wrap>
          <TextField label={timelineWords.search} value={typed} onChange={setTyped} />
          <TextField label={timelineWords.upTo} type="date" value={day} onChange={setDay} />
          {typed === '' && day === '' ? null : (
            <Button
              look="bare"
              onPress={() => {
                setTyped('');
                setDay('');
              }}
            >
              {timelineWords.backToNow}
            </Button>
          )}
        </Row>
        <Row gap={12} spread wrap>
          <Chips label={timelineWords.filters} value={filter} options={filters} onChange={setFilter} />
          <Row gap={8}>
            <Text as="span" size="small" tone="quiet">
              {timelineWords.detail}
            </Text>
            <Switch label={timelineWords.detail} on={detail} onChange={setDetail} />
          </Row>
        </Row>
      </Stack>
      <TimelineList
        key={`${upTo} ${search}`}
        sought={{ search, upTo }}
        looking={{ filter, detail: detail || search !== '' }}
      />
    </Page>
  );
}
