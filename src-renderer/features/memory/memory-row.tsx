import { Heart, Pencil, Quote as QuoteIcon, Trash2, UserRound } from 'lucide-react';
import { useId, useState } from 'react';
import { type MemoryItem, memoryWordsOf, type NewMemoryItem } from '#contract/model/memory-item.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { IconButton } from '#renderer/design/button.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Disclosures } from '#renderer/design/disclosure.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { MemoryForm } from '#renderer/features/memory/memory-form.tsx';
import { MemorySource } from '#renderer/features/memory/memory-source.tsx';
import { MemoryUses } from '#renderer/features/memory/memory-uses.tsx';
import { learntWords, memoryWords, wasWords } from '#renderer/words/memory.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const icons = { person: UserRound, fact: QuoteIcon, preference: Heart } as const;

type MemoryRowProps = {
  readonly item: MemoryItem;
  /** What it corrected, as long as that is kept. */
  readonly was: MemoryItem | undefined;
  readonly uses: number;
  readonly onChanged: () => void;
};

/** One thing that is known: what it says, where it comes from, where it was used, and what can be done about it. */
export function MemoryRow({ item, was, uses, onChanged }: MemoryRowProps) {
  const api = useApi();
  const titleId = useId();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { busy, trouble, press } = usePress();
  const what = item.kind === 'person' ? item.name : item.text;

  const save = async (changed: NewMemoryItem) => {
    await api.memory.correct({ id: item.id, item: changed });
    onChanged();
    setEditing(false);
  };
  const remove = () =>
    void press(async () => {
      await api.memory.remove({ id: item.id });
      onChanged();
    }).then(() => setRemoving(false));

  return (
    <>
      <ListRow
        leading={<RowIcon icon={icons[item.kind]} />}
        title={
          editing ? null : (
            <Text as="span" id={titleId} weight={item.kind === 'person' ? 'medium' : 'regular'}>
              {what}
            </Text>
          )
        }
        detail={editing ? null : <Detail item={item} was={was} />}
        trailing={
          editing ? null : (
            <>
              <IconButton icon={Pencil} label={memoryWords.edit(what)} onPress={() => setEditing(true)} />
              <IconButton icon={Trash2} label={memoryWords.remove(what)} onPress={() => setRemoving(true)} />
            </>
          )
        }
        below={
          editing ? (
            <MemoryForm kind={item.kind} item={item} onSave={save} onBack={() => setEditing(false)} />
          ) : (
            <Stack gap={8}>
              {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
              <Disclosures>
                {hasSource(item) ? <MemorySource item={item} describedBy={titleId} /> : null}
                {uses > 0 ? <MemoryUses id={item.id} uses={uses} describedBy={titleId} /> : null}
              </Disclosures>
            </Stack>
          )
        }
      />
      <ConfirmDialog
        open={removing}
        title={memoryWords.removeTitle}
        says={memoryWords.removeSays(what)}
        confirm={memoryWords.removeConfirm}
        back={memoryWords.removeBack}
        danger
        busy={busy}
        onConfirm={remove}
        onClose={() => setRemoving(false)}
      />
    </>
  );
}

/** There is no more to tell of what was typed in here. */
const hasSource = ({ learnt, keptUntil }: MemoryItem): boolean => learnt.quote !== null || keptUntil !== null;

function Detail({ item, was }: { readonly item: MemoryItem; readonly was: MemoryItem | undefined }) {
  return (
    <Stack gap={0}>
      {item.kind === 'person' ? <span>{item.email}</span> : null}
      <span>{learntWords(item)}</span>
      {was ? <span>{wasWords(memoryWordsOf(was), was.supersededAt)}</span> : null}
    </Stack>
  );
}
