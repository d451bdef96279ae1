import { useState } from 'react';
import type { Account, AccountValues, SignInForm as Form, SignIn } from '#contract/model/account.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Form as FormFrame } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { AccountFields } from '#renderer/features/integrations/account-fields.tsx';
import { SignInGuide } from '#renderer/features/integrations/sign-in-guide.tsx';
import { SignInParts } from '#renderer/features/integrations/sign-in-parts.tsx';
import { SignInWaiting } from '#renderer/features/integrations/sign-in-waiting.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type SignInFormProps = {
  readonly provider: string;
  readonly title: string;
  readonly account: Account & { readonly signIn: Form };
  readonly onConnected: () => void;
  readonly onBack: () => void;
};

/** Two screens of ours with the browser between them: what is to be allowed and by which client, then the waiting. */
export function SignInForm({ provider, title, account, onConnected, onBack }: SignInFormProps) {
  const api = useApi();
  const [typed, setTyped] = useState<AccountValues>({});
  const [wanted, setWanted] = useState<ReadonlySet<string>>(
    () => new Set(account.signIn.parts.map(({ name }) => name).slice(0, account.name === null ? undefined : 0)),
  );
  const [begun, setBegun] = useState<SignIn | null>(null);
  const { busy, trouble, press } = usePress();
  const isKnown = account.name !== null;
  const field = trouble?.kind === 'not-accepted' ? trouble.field : null;
  const wrong = field !== null && trouble ? { field, says: troubleSentence(trouble) } : null;

  const change = (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const choose = (name: string, isWanted: boolean) =>
    setWanted((before) => new Set(isWanted ? [...before, name] : [...before].filter((each) => each !== name)));

  const finish = async (signIn: SignIn) => {
    await api.integrations.connect({ provider, signIn: signIn.id });
    onConnected();
  };
  const begin = () =>
    void press(async () => {
      const signIn = await api.integrations.signIn({ provider, settings: typed, parts: [...wanted] });
      setBegun(signIn);
      await finish(signIn);
    });

  if (begun !== null) {
    return (
      <SignInWaiting
        {...{ title, begun, busy, trouble }}
        onAgain={() => void press(() => finish(begun))}
        onBack={() => setBegun(null)}
      />
    );
  }
  const files = account.fields.filter(({ kind }) => kind === 'file');
  const others = account.fields.filter(({ kind }) => kind !== 'file');
  const client = (
    <Stack gap={16}>
      <Text tone="quiet">{account.help}</Text>
      <SignInGuide guide={account.signIn.guide} />
      <AccountFields fields={files} values={typed} wrong={wrong} onChange={change} />
      <Disclosure label={integrationsWords.pasteInstead}>
        <Stack gap={12}>
          <AccountFields fields={others} values={typed} wrong={wrong} onChange={change} />
        </Stack>
      </Disclosure>
    </Stack>
  );
  const isShown = wrong !== null && files.some(({ name }) => name === wrong.field);
  return (
    <FormFrame
      label={integrationsWords.connectTitle(title)}
      onSubmit={begin}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {integrationsWords.signInInBrowser}
          </Button>
          <Button onPress={onBack}>{integrationsWords.back}</Button>
        </>
      }
    >
      <Stack gap={16}>
        <Text weight="medium">{integrationsWords.mayDo}</Text>
        <SignInParts parts={account.signIn.parts} wanted={wanted} onChange={choose} />
        {isKnown ? <Disclosure label={integrationsWords.anotherClient}>{client}</Disclosure> : client}
        {trouble && !isShown ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </FormFrame>
  );
}
