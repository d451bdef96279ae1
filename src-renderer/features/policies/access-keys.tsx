import { KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { Role } from '#contract/model/role.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button, IconButton } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { NewKeyForm } from '#renderer/features/policies/new-key-form.tsx';
import { accessWords, tokenSentence } from '#renderer/words/access.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutAccess = ({ body }: LoggedEvent) => body.kind === 'access.given' || body.kind === 'access.revoked';

/** Who and what holds a key, and what each may do. */
export function AccessKeys() {
  const api = useApi();
  const { data, trouble, refresh } = useFresh((from) => from.access.list(), aboutAccess);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const change = usePress();
  const standing = (data?.items ?? []).filter(({ revokedAt }) => revokedAt === null);
  const problem = change.trouble ?? trouble;

  const make = async (wanted: { name: string; role: Role }) => {
    const { key } = await api.access.create(wanted);
    setMade(key);
    setAdding(false);
    refresh();
  };
  const revoke = (id: string) =>
    void change.press(async () => {
      await api.access.revoke({ id });
      refresh();
    });

  return (
    <Section title={accessWords.title}>
      <Text size="small" tone="quiet">
        {accessWords.intro}
      </Text>
      {problem ? <Notice tone="danger">{troubleSentence(problem)}</Notice> : null}
      {made === null ? null : (
        <Notice tone="warn" action={<Button onPress={() => setMade(null)}>{accessWords.done}</Button>}>
          <Stack gap={8}>
            <Text weight="medium">{accessWords.madeTitle}</Text>
            <Text>{accessWords.madeSays}</Text>
            <TextField label={accessWords.key} value={made} readOnly />
          </Stack>
        </Notice>
      )}
      {data !== null && standing.length === 0 && !adding ? <Text>{accessWords.empty}</Text> : null}
      {standing.length > 0 ? (
        <List label={accessWords.title}>
          {standing.map((token) => (
            <ListRow
              key={token.id}
              leading={<RowIcon icon={KeyRound} />}
              title={<Text weight="medium">{token.name}</Text>}
              detail={tokenSentence(token)}
              trailing={
                <IconButton icon={Trash2} label={accessWords.revokeOf(token.name)} onPress={() => revoke(token.id)} />
              }
            />
          ))}
        </List>
      ) : null}
      {adding ? (
        <Card>
          <NewKeyForm onMake={make} onBack={() => setAdding(false)} />
        </Card>
      ) : (
        <Row gap={8}>
          <Button onPress={() => setAdding(true)}>{accessWords.add}</Button>
        </Row>
      )}
    </Section>
  );
}
