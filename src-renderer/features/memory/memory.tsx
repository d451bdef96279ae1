import { BookUser } from 'lucide-react';
import { useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { NewMemoryItem } from '#contract/model/memory-item.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Page, Section } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { MemoryForm } from '#renderer/features/memory/memory-form.tsx';
import { MemoryRow } from '#renderer/features/memory/memory-row.tsx';
import { memoryWords } from '#renderer/words/memory.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutMemory = ({ body }: LoggedEvent) => body.kind === 'memory.changed';

const groups = [
  { kind: 'person', title: memoryWords.people },
  { kind: 'fact', title: memoryWords.facts },
] as const;

/** Everything it knows of the person, to see, correct and remove. */
export function Memory() {
  const api = useApi();
  const { data, trouble, refresh } = useFresh((from) => from.memory.list(), aboutMemory);
  const [adding, setAdding] = useState<NewMemoryItem['kind'] | null>(null);
  const items = data?.items ?? [];

  const add = async (item: NewMemoryItem) => {
    await api.memory.add({ item });
    refresh();
    setAdding(null);
  };

  return (
    <Page
      title={memoryWords.title}
      intro={memoryWords.intro}
      actions={
        <>
          <Button onPress={() => setAdding('person')}>{memoryWords.addPerson}</Button>
          <Button onPress={() => setAdding('fact')}>{memoryWords.addFact}</Button>
        </>
      }
    >
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      {adding ? (
        <Card>
          <MemoryForm key={adding} kind={adding} item={null} onSave={add} onBack={() => setAdding(null)} />
        </Card>
      ) : null}
      {data === null && !trouble ? (
        <div role="status">
          <Unseen>{memoryWords.loading}</Unseen>
          <Skeleton lines={4} />
        </div>
      ) : null}
      {data !== null && items.length === 0 && adding === null ? (
        <EmptyState icon={BookUser} title={memoryWords.emptyTitle} says={memoryWords.emptySays} />
      ) : null}
      {groups.map((group) => {
        const here = items.filter((item) => item.kind === group.kind);
        return here.length === 0 ? null : (
          <Section key={group.kind} title={group.title}>
            <List>
              {here.map((item) => (
                <MemoryRow key={item.id} item={item} onChanged={refresh} />
              ))}
            </List>
          </Section>
        );
      })}
    </Page>
  );
}
