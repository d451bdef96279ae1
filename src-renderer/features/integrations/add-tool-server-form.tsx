import { useState } from 'react';
import type { NewToolServer } from '#contract/model/tool-server.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { ChoiceList } from '#renderer/design/choice-list.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextArea } from '#renderer/design/text-area.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { toolServerWords as words } from '#renderer/words/tool-servers.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type AddToolServerFormProps = { readonly onAdded: () => void; readonly onBack: () => void };

/** One screen: it is reached before anything is saved. */
export function AddToolServerForm({ onAdded, onBack }: AddToolServerFormProps) {
  const api = useApi();
  const { busy, trouble: told, press } = usePress();
  const [typed, setTyped] = useState<NewToolServer>({ name: '', way: 'command', at: '', secret: '' });
  const [isAltered, setAltered] = useState(false);
  // What was said of a value no longer holds once it is another.
  const trouble = isAltered ? null : told;
  const field = trouble?.kind === 'not-accepted' ? (trouble.field ?? null) : null;
  const errorOf = (name: keyof NewToolServer) => (trouble && field === name ? troubleSentence(trouble) : null);
  const change = (change: Partial<NewToolServer>) => {
    setAltered(true);
    setTyped((before) => ({ ...before, ...change }));
  };
  const add = () => {
    setAltered(false);
    void press(async () => {
      await api.toolServers.add(typed);
      onAdded();
    });
  };
  const isCommand = typed.way === 'command';
  return (
    <Form
      label={words.addTitle}
      onSubmit={add}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {words.try}
          </Button>
          <Button onPress={onBack}>{words.back}</Button>
        </>
      }
    >
      <Stack gap={16}>
        <TextField
          label={words.name}
          value={typed.name}
          error={errorOf('name')}
          autoFocus
          onChange={(name) => change({ name })}
        />
        <Stack gap={4}>
          <Text size="small" weight="medium">
            {words.way}
          </Text>
          <ChoiceList
            label={words.way}
            value={typed.way}
            options={words.ways}
            onChange={(way) => change({ way, secret: '' })}
          />
        </Stack>
        <TextField
          key={typed.way}
          label={isCommand ? words.command : words.address}
          note={isCommand ? words.commandNote : words.addressNote}
          value={typed.at}
          error={errorOf('at')}
          onChange={(at) => change({ at })}
        />
        {isCommand ? (
          <TextArea
            label={words.environment}
            note={words.environmentNote}
            lines={2}
            code
            value={typed.secret}
            error={errorOf('secret')}
            onChange={(secret) => change({ secret })}
          />
        ) : (
          <TextField
            label={words.key}
            note={words.keyNote}
            type="password"
            value={typed.secret}
            error={errorOf('secret')}
            onChange={(secret) => change({ secret })}
          />
        )}
        {trouble && field === null ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Form>
  );
}
