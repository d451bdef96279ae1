import { useState } from 'react';
import type { Account, AccountValues } from '#contract/model/account.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { AccountFields } from '#renderer/features/integrations/account-fields.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type ConnectFormProps = {
  readonly provider: string;
  readonly title: string;
  readonly account: Account;
  readonly onConnected: () => void;
  readonly onBack: () => void;
};

/** Two screens: what only the person knows, then what was found out from it. Nothing is saved before it worked. */
export function ConnectForm({ provider, title, account, onConnected, onBack }: ConnectFormProps) {
  const api = useApi();
  const [typed, setTyped] = useState<AccountValues>(account.settings);
  const [found, setFound] = useState<string | null>(null);
  const { busy, trouble: told, press } = usePress();
  const [isAltered, setAltered] = useState(false);
  // What was said of a value no longer holds once it is another.
  const trouble = isAltered ? null : told;
  const of = (when: 'asked' | 'found') => account.fields.filter((field) => field.when === when);
  const field = trouble?.kind === 'not-accepted' ? (trouble.field ?? null) : null;
  const wrong = field !== null && trouble ? { field, says: troubleSentence(trouble) } : null;
  const isAsked = wrong !== null && of('asked').some(({ name }) => name === wrong.field);
  const [asksAgain, setAsksAgain] = useState(false);
  if (isAsked && !asksAgain) setAsksAgain(true);

  const change = (name: string, value: string) => {
    setAltered(true);
    setTyped((before) => ({ ...before, [name]: value }));
  };
  const withoutSecrets = Object.fromEntries(
    account.fields.filter(({ kind }) => kind !== 'secret').map(({ name }) => [name, typed[name] ?? '']),
  );

  const attempt = (work: () => Promise<void>) => {
    setAltered(false);
    void press(work);
  };
  const goOn = () =>
    attempt(async () => {
      const answer = await api.integrations.find({ provider, settings: withoutSecrets });
      setTyped((before) => ({ ...before, ...answer.settings }));
      setFound(answer.says);
    });
  const signIn = () =>
    attempt(async () => {
      await api.integrations.connect({ provider, settings: typed });
      onConnected();
    });

  const isFirst = found === null;
  // Where there is nothing to find out, one screen is enough.
  const isOnly = of('found').length === 0;
  return (
    <Form
      label={integrationsWords.connectTitle(title)}
      onSubmit={isFirst && !isOnly ? goOn : signIn}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {isOnly ? integrationsWords.connect : isFirst ? integrationsWords.goOn : integrationsWords.signIn}
          </Button>
          <Button onPress={isFirst ? onBack : () => setFound(null)}>{integrationsWords.back}</Button>
        </>
      }
    >
      <Stack gap={16}>
        <Text tone="quiet">{isFirst ? account.help : `${found} ${integrationsWords.nothingSaved}`}</Text>
        {isFirst || asksAgain ? (
          <AccountFields fields={of('asked')} values={typed} wrong={wrong} focusFirst={isFirst} onChange={change} />
        ) : null}
        {isFirst ? null : (
          <Disclosure label={integrationsWords.serverSettings}>
            <Stack gap={12}>
              <AccountFields fields={of('found')} values={typed} wrong={wrong} onChange={change} />
            </Stack>
          </Disclosure>
        )}
        {trouble && !isAsked ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Form>
  );
}
