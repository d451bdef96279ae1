import { Zap } from 'lucide-react';
import { useState } from 'react';
import type { Automation } from '#contract/model/automation.ts';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Page } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { AutomationForm } from '#renderer/features/automations/automation-form.tsx';
import { AutomationRow } from '#renderer/features/automations/automation-row.tsx';
import { automationsWords } from '#renderer/words/automations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutAutomations = ({ body }: LoggedEvent) =>
  body.kind.startsWith('automation.') || body.kind === 'run.changed' || body.kind === 'integration.changed';

/** What is done by itself: when next, what came of it last, and the way to set up more. */
export function Automations() {
  const api = useApi();
  const listed = useFresh((from) => from.automations.list(), aboutAutomations, 'at once');
  const kinds = useFresh((from) => from.automations.happenings(), aboutAutomations);
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Automation | null>(null);
  const restoring = usePress();
  const items = listed.data?.items ?? [];
  const trouble = restoring.trouble ?? listed.trouble;

  const takeBack = ({ id }: Automation) =>
    void restoring.press(async () => {
      await api.automations.restore({ id });
      setRemoved(null);
    });

  return (
    <Page
      title={automationsWords.title}
      intro={automationsWords.intro}
      actions={adding ? null : <Button onPress={() => setAdding(true)}>{automationsWords.add}</Button>}
    >
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      {removed ? (
        <Notice
          action={
            <Button busy={restoring.busy} onPress={() => takeBack(removed)}>
              {automationsWords.takeBack}
            </Button>
          }
        >
          {automationsWords.removed(removed.sentence)}
        </Notice>
      ) : null}
      {adding ? (
        <Card>
          <AutomationForm
            kinds={kinds.data?.items ?? []}
            onDone={() => setAdding(false)}
            onBack={() => setAdding(false)}
          />
        </Card>
      ) : null}
      {listed.data === null && !listed.trouble ? (
        <div role="status">
          <Unseen>{automationsWords.loading}</Unseen>
          <Skeleton lines={4} />
        </div>
      ) : null}
      {listed.data !== null && items.length === 0 && !adding ? (
        <EmptyState icon={Zap} title={automationsWords.emptyTitle} says={automationsWords.emptySays} />
      ) : null}
      {items.length > 0 ? (
        <List label={automationsWords.list}>
          {items.map((automation) => (
            <AutomationRow
              key={automation.id}
              automation={automation}
              kinds={kinds.data?.items ?? []}
              onRemoved={setRemoved}
            />
          ))}
        </List>
      ) : null}
    </Page>
  );
}
