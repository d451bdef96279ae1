import { Pencil, Quote, Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { MemoryItem, NewMemoryItem } from '#contract/model/memory-item.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { IconButton } from '#renderer/design/button.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Text } from '#renderer/design/text.tsx';
import { MemoryForm } from '#renderer/features/memory/memory-form.tsx';
import { memoryWords, sourceWords } from '#renderer/words/memory.ts';
import { whenShort } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type MemoryRowProps = { readonly item: MemoryItem; readonly onChanged: () => void };

export function MemoryRow({ item, onChanged }: MemoryRowProps) {
  const api = useApi();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { busy, trouble, press } = usePress();
  const what = item.kind === 'person' ? item.name : item.text;

  const save = async (changed: NewMemoryItem) => {
    await api.memory.edit({ id: item.id, item: changed });
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
        leading={<RowIcon icon={item.kind === 'person' ? UserRound : Quote} />}
        title={editing ? null : <Text weight={item.kind === 'person' ? 'medium' : 'regular'}>{what}</Text>}
        detail={editing ? null : <Detail item={item} />}
        trailing={
          editing ? null : (
            <>
              <IconButton icon={Pencil} label={memoryWords.edit(what)} onPress={() => setEditing(true)} />
              <IconButton icon={Trash2} label={memoryWords.remove(what)} onPress={() => setRemoving(true)} />
            </>
          )
        }
        below={
          <>
            {editing ? (
              <MemoryForm kind={item.kind} item={item} onSave={save} onBack={() => setEditing(false)} />
            ) : null}
            {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
          </>
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

function Detail({ item }: { readonly item: MemoryItem }) {
  const since = `${sourceWords(item.source)} · ${whenShort(item.updatedAt)}`;
  return item.kind === 'person' ? `${item.email} · ${since}` : since;
}
