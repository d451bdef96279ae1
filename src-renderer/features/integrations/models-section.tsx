import type { Models } from '#contract/api/models.ts';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Text } from '#renderer/design/text.tsx';
import { ModelBudgetForm } from '#renderer/features/integrations/model-budget-form.tsx';
import { ModelProviderRow } from '#renderer/features/integrations/model-provider-row.tsx';
import { SentToModels } from '#renderer/features/integrations/sent-to-models.tsx';
import { StaysHere } from '#renderer/features/integrations/stays-here.tsx';
import { modelsWords } from '#renderer/words/models.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutModels = ({ body }: LoggedEvent) => body.kind.startsWith('model') || body.kind === 'plan.made';

/** Whom models are asked from, what may not leave, what they may cost, and every word that was sent. */
export function ModelsSection() {
  const api = useApi();
  const { data, trouble, refresh } = useFresh((from) => from.models.get(), aboutModels);
  const change = usePress();
  if (data === null) return trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null;

  const { providers, privacy, budget } = data.settings;
  const press = (work: () => Promise<Models>) =>
    change.press(async () => {
      await work();
      refresh();
    });
  const turn = (id: string, on: boolean) => {
    const changed = providers.map((each) =>
      each.id === id ? { ...each, use: on ? ('auto' as const) : ('off' as const) } : each,
    );
    return press(() => api.models.update({ providers: changed }));
  };
  return (
    <Section title={modelsWords.title}>
      <Text size="small" tone="quiet">
        {modelsWords.intro}
      </Text>
      {change.trouble ? <Notice tone="danger">{troubleSentence(change.trouble)}</Notice> : null}
      {data.notReliedOn.map(({ model, says }) => (
        <Notice key={model} tone="warn">
          {`${model}: ${says}`}
        </Notice>
      ))}
      <List label={modelsWords.title}>
        {data.providers.map((provider) => (
          <ModelProviderRow
            key={provider.id}
            provider={provider}
            on={providers.some(({ id, use }) => id === provider.id && use === 'auto')}
            busy={change.busy}
            onTurn={(on) => void turn(provider.id, on)}
            onKey={(key) => press(() => api.models.keepKey({ id: provider.id, key }))}
          />
        ))}
      </List>
      <ModelBudgetForm
        models={data}
        busy={change.busy}
        onSave={(perDay) => press(() => api.models.update({ budget: { currency: budget.currency, perDay } }))}
      />
      <Disclosure label={modelsWords.staysHere}>
        <StaysHere
          parts={privacy.staysHere}
          busy={change.busy}
          onChange={(staysHere) => void press(() => api.models.update({ privacy: { staysHere: [...staysHere] } }))}
        />
      </Disclosure>
      <Disclosure label={modelsWords.sent}>
        <SentToModels />
      </Disclosure>
    </Section>
  );
}
