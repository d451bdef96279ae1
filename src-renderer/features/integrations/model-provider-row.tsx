import { Cloud, Cpu, KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Models } from '#contract/api/models.ts';
import { Badge } from '#renderer/design/badge.tsx';
import { Button } from '#renderer/design/button.tsx';
import { Form } from '#renderer/design/form.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { modelsWords } from '#renderer/words/models.ts';

type ModelProviderRowProps = {
  readonly provider: Models['providers'][number];
  readonly on: boolean;
  readonly busy: boolean;
  readonly onTurn: (on: boolean) => void;
  /** Null takes it away. True once it is done. */
  readonly onKey: (key: string | null) => Promise<boolean>;
};

/** Somebody whom models are asked from, how that stands, and its key. */
export function ModelProviderRow({ provider, on, busy, onTurn, onKey }: ModelProviderRowProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const { title, says, onThisComputer, needsKey, hasKey, offers } = provider;
  const keep = () => {
    if (typed === null || typed.trim() === '') return;
    void onKey(typed.trim()).then((kept) => {
      if (kept) setTyped(null);
    });
  };
  return (
    <ListRow
      leading={<RowIcon icon={onThisComputer ? Cpu : Cloud} />}
      title={
        <Row gap={8} wrap>
          <Text as="span" weight="medium">
            {title}
          </Text>
          {onThisComputer ? <Badge>{modelsWords.onComputer}</Badge> : null}
        </Row>
      }
      detail={offers.length > 0 ? `${says} ${offers.join(', ')}` : says}
      trailing={<Switch label={modelsWords.use(title)} on={on} disabled={busy} onChange={onTurn} />}
      below={
        !needsKey ? null : typed === null ? (
          <Row gap={8} wrap>
            <Button icon={KeyRound} onPress={() => setTyped('')}>
              {hasKey ? modelsWords.changeKey : modelsWords.enterKey}
            </Button>
            {hasKey ? (
              <Button icon={Trash2} busy={busy} onPress={() => void onKey(null)}>
                {modelsWords.takeKeyAway}
              </Button>
            ) : null}
          </Row>
        ) : (
          <Form
            label={modelsWords.key(title)}
            onSubmit={keep}
            buttons={
              <>
                <Button kind="primary" type="submit" busy={busy}>
                  {modelsWords.saveKey}
                </Button>
                <Button onPress={() => setTyped(null)}>{modelsWords.back}</Button>
              </>
            }
          >
            <TextField
              label={modelsWords.key(title)}
              type="password"
              value={typed}
              note={modelsWords.keyNote}
              autoFocus
              onChange={setTyped}
            />
          </Form>
        )
      }
    />
  );
}
