import { FolderMinus, FolderOpen, FolderPlus } from 'lucide-react';
import { useState } from 'react';
import type { Integration } from '#contract/model/integration.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Form } from '#renderer/design/form.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { foldersWords } from '#renderer/words/integrations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type FoldersPartProps = {
  readonly provider: string;
  readonly folders: NonNullable<Integration['folders']>;
  readonly titleId: string;
  readonly onChanged: () => void;
};

/** Of a connector that works in folders of the person's own: those that are picked, and picking another. */
export function FoldersPart({ provider, folders, titleId, onChanged }: FoldersPartProps) {
  const api = useApi();
  const [typed, setTyped] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const { busy, trouble, press } = usePress();
  const { help, picked, suggested, canChoose, staysBehind } = folders;

  const add = (folder: string) =>
    void press(async () => {
      await api.integrations.connect({ provider, settings: { folder } });
      setTyped(null);
      onChanged();
    });
  const choose = () =>
    void press(async () => {
      const { path } = await api.integrations.chooseFolder({ provider });
      if (path === null) return;
      await api.integrations.connect({ provider, settings: { folder: path } });
      onChanged();
    });
  const leave = (folder: string) =>
    void press(async () => {
      await api.integrations.disconnect({ provider, folder });
    }).then(() => {
      setLeaving(null);
      onChanged();
    });
  const begin = canChoose ? choose : () => setTyped('');

  return (
    <Stack gap={12}>
      <Text size="small" tone="quiet">
        {help}
      </Text>
      {picked.length === 0 ? (
        <Text tone="quiet">{foldersWords.none}</Text>
      ) : (
        <List label={foldersWords.picked}>
          {picked.map(({ name, path }, index) => (
            <ListRow
              key={name}
              leading={<RowIcon icon={FolderOpen} />}
              title={
                <Text as="span" id={`${titleId}${index}`}>
                  {name}
                </Text>
              }
              detail={path}
              trailing={
                <Button icon={FolderMinus} describedBy={`${titleId}${index}`} onPress={() => setLeaving(name)}>
                  {foldersWords.takeOut}
                </Button>
              }
            />
          ))}
        </List>
      )}
      {typed === null ? (
        <Row gap={8} wrap>
          {suggested.map(({ name, path }) => (
            <Button key={path} icon={FolderPlus} busy={busy} onPress={() => add(path)}>
              {foldersWords.addNamed(name)}
            </Button>
          ))}
          <Button kind={picked.length === 0 ? 'primary' : 'quiet'} describedBy={titleId} busy={busy} onPress={begin}>
            {foldersWords.add}
          </Button>
        </Row>
      ) : (
        <Form
          label={foldersWords.add}
          onSubmit={() => add(typed)}
          buttons={
            <>
              <Button kind="primary" type="submit" busy={busy}>
                {foldersWords.addThis}
              </Button>
              <Button onPress={() => setTyped(null)}>{foldersWords.back}</Button>
            </>
          }
        >
          <TextField
            label={foldersWords.path}
            value={typed}
            note={foldersWords.pathNote}
            error={trouble ? troubleSentence(trouble) : null}
            autoFocus
            onChange={setTyped}
          />
        </Form>
      )}
      {trouble && typed === null ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      <ConfirmDialog
        open={leaving !== null}
        title={foldersWords.takeOutTitle(leaving ?? '')}
        says={staysBehind}
        confirm={foldersWords.takeOutConfirm}
        back={foldersWords.takeOutBack}
        busy={busy}
        onConfirm={() => leave(leaving ?? '')}
        onClose={() => setLeaving(null)}
      />
    </Stack>
  );
}
