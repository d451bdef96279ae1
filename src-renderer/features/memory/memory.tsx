import { BookUser, Download } from 'lucide-react';
import { useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { MemoryItem, MemoryKind, NewMemoryItem } from '#contract/model/memory-item.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { saveFile } from '#renderer/client/save-file.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button, IconButton } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Page, Section } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Text, Unseen } from '#renderer/design/text.tsx';
import { KeptFor } from '#renderer/features/memory/kept-for.tsx';
import { MemoryForm } from '#renderer/features/memory/memory-form.tsx';
import { MemoryRow } from '#renderer/features/memory/memory-row.tsx';
import { MemorySearch } from '#renderer/features/memory/memory-search.tsx';
import { WaitingRow } from '#renderer/features/memory/waiting-row.tsx';
import { kindWords, memoryWords } from '#renderer/words/memory.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutMemory = ({ body }: LoggedEvent) => body.kind === 'memory.changed' || body.kind === 'plan.made';
const kinds: readonly MemoryKind[] = ['person', 'fact', 'preference'];
/** Of each kind; the rest is found by searching. */
const MOST_SHOWN = 100;

/** Everything it knows of the person, to see, search, correct and remove. */
export function Memory() {
  const api = useApi();
  const { data, trouble, refresh } = useFresh((from) => from.memory.list(), aboutMemory, 'at once');
  const [adding, setAdding] = useState<MemoryKind | null>(null);
  const exporting = usePress();
  const items = data?.items ?? [];
  const byId = new Map(items.map((item) => [item.id, item]));
  const waiting = items.filter(({ status }) => status === 'waiting');
  const correctedBy = ({ corrects }: MemoryItem) => (corrects === null ? undefined : byId.get(corrects));

  const add = async (item: NewMemoryItem) => {
    await api.memory.add({ item });
    refresh();
    setAdding(null);
  };
  const save = () =>
    void exporting.press(async () => {
      const all = JSON.stringify(await api.memory.export(), null, 2);
      saveFile(new Blob([all], { type: 'application/json' }), memoryWords.exportName);
    });

  return (
    <Page
      title={memoryWords.title}
      intro={memoryWords.intro}
      actions={
        <>
          <Button onPress={() => setAdding('person')}>{memoryWords.addPerson}</Button>
          <Button onPress={() => setAdding('fact')}>{memoryWords.addFact}</Button>
          <Button onPress={() => setAdding('preference')}>{memoryWords.addPreference}</Button>
          <IconButton icon={Download} label={memoryWords.export} onPress={save} />
        </>
      }
    >
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      {exporting.trouble ? <Notice tone="danger">{troubleSentence(exporting.trouble)}</Notice> : null}
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
      {data === null ? null : <MemorySearch />}
      {data !== null && items.length === 0 && adding === null ? (
        <EmptyState icon={BookUser} title={memoryWords.emptyTitle} says={memoryWords.emptySays} />
      ) : null}
      {waiting.length === 0 ? null : (
        <Section title={memoryWords.waiting}>
          <Text tone="quiet">{memoryWords.waitingSays}</Text>
          <List>
            {waiting.map((item) => (
              <WaitingRow key={item.id} item={item} instead={correctedBy(item)} onChanged={refresh} />
            ))}
          </List>
        </Section>
      )}
      {kinds.map((kind) => {
        const here = items.filter((item) => item.kind === kind && item.status === 'known').toReversed();
        return here.length === 0 ? null : (
          <Section key={kind} title={kindWords[kind].group}>
            <List>
              {here.slice(0, MOST_SHOWN).map((item) => (
                <MemoryRow
                  key={item.id}
                  item={item}
                  was={correctedBy(item)}
                  uses={data?.uses[item.id] ?? 0}
                  onChanged={refresh}
                />
              ))}
            </List>
            {here.length > MOST_SHOWN ? <Text tone="quiet">{memoryWords.more(here.length - MOST_SHOWN)}</Text> : null}
          </Section>
        );
      })}
      {data === null ? null : <KeptFor />}
    </Page>
  );
}
