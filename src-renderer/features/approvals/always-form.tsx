import type { Approval } from '#contract/model/approval.ts';
import type { SlowDown } from '#renderer/client/pace.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { OfferForm } from '#renderer/features/approvals/offer-form.tsx';
import { alwaysWords } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type AlwaysFormProps = {
  readonly approval: Approval;
  /** While it is not null, nothing can be approved yet. */
  readonly slow: SlowDown | null;
  readonly onBack: () => void;
};

/** A yes to this card that is also a rule, of those that would have let it through. */
export function AlwaysForm({ approval, slow, onBack }: AlwaysFormProps) {
  const { data, trouble } = useFresh(
    async (api) => {
      const [offers, templates, policies] = await Promise.all([
        api.approvals.offers({ id: approval.id }),
        api.policies.templates(),
        api.policies.list(),
      ]);
      const inFirstWeek = policies.items.some(({ kind, enabled }) => kind === 'first-week' && enabled);
      const sentences = new Map(templates.items.map(({ id, says }) => [id, says]));
      const choices = offers.items.map((offer) => ({ offer, template: sentences.get(offer.rule.template) ?? '' }));
      return { choices, inFirstWeek };
    },
    ({ body }) => body.kind === 'policy.changed',
  );
  if (data === null || data.choices.length === 0) {
    return (
      <Stack gap={12}>
        {trouble ? (
          <Notice tone="danger">{troubleSentence(trouble)}</Notice>
        ) : (
          <div role="status">
            <Text>{data === null ? alwaysWords.loading : alwaysWords.none}</Text>
          </div>
        )}
        <Row gap={8}>
          <Button onPress={onBack}>{alwaysWords.back}</Button>
        </Row>
      </Stack>
    );
  }
  return <OfferForm {...data} approval={approval} slow={slow} onBack={onBack} />;
}
