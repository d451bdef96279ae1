import { useState } from 'react';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { secretsWords } from '#renderer/words/integrations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

/** Stands there only while no password can be kept or read: what is wrong, and the person's way out of it. */
export function PasswordsNotice() {
  const api = useApi();
  const { data, refresh } = useFresh(
    (each) => each.secrets.get(),
    ({ body }) => body.kind === 'integration.changed',
  );
  const [passphrase, setPassphrase] = useState('');
  const { busy, trouble, press } = usePress();
  if (data === null || data.state === 'open') return null;

  const isNew = data.keptIn === 'keychain';
  const open = () =>
    void press(async () => {
      await (isNew ? api.secrets.chooseFile({ passphrase }) : api.secrets.unlock({ passphrase }));
      setPassphrase('');
      refresh();
    });
  return (
    <Card>
      <Form
        label={secretsWords.form}
        onSubmit={open}
        buttons={
          <Button type="submit" kind={isNew ? 'quiet' : 'primary'} busy={busy}>
            {isNew ? secretsWords.chooseFile : secretsWords.unlock}
          </Button>
        }
      >
        <Stack gap={16}>
          <Notice tone="warn">{data.says}</Notice>
          <TextField
            label={isNew ? secretsWords.newPassphrase : secretsWords.passphrase}
            type="password"
            value={passphrase}
            {...(isNew ? { note: secretsWords.newPassphraseNote } : {})}
            error={trouble ? troubleSentence(trouble) : null}
            onChange={setPassphrase}
          />
        </Stack>
      </Form>
    </Card>
  );
}
