import { useState } from 'react';
import type { Approval } from '#contract/model/approval.ts';
import { blankSchemas, type RuleOffer } from '#contract/model/own-rule.ts';
import { useApi } from '#renderer/client/api-context.ts';
import type { SlowDown } from '#renderer/client/pace.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Chips } from '#renderer/design/chips.tsx';
import { ChoiceList } from '#renderer/design/choice-list.tsx';
import { Fields, Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { SetOff } from '#renderer/design/set-off.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { sayCount } from '#renderer/features/approvals/say-count.ts';
import { waitSays } from '#renderer/words/approvals.ts';
import { alwaysWords, blankLabel, daysChoices } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type OfferFormProps = {
  readonly approval: Approval;
  /** While it is not null, nothing can be approved yet. */
  readonly slow: SlowDown | null;
  readonly inFirstWeek: boolean;
  readonly choices: readonly { readonly offer: RuleOffer; readonly template: string }[];
  readonly onBack: () => void;
};

/** Which of the offered rules, how often a day, and for how long. */
export function OfferForm({ approval, slow, onBack, choices, inFirstWeek }: OfferFormProps) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const [chosen, setChosen] = useState('0');
  const [typed, setTyped] = useState<string | null>(null);
  const [days, setDays] = useState<string>('90');
  const [tried, setTried] = useState(false);
  const offer = choices[Number(chosen)]?.offer ?? choices[0]?.offer;
  const text = typed ?? String(offer?.rule.blanks.count ?? '');
  const count = blankSchemas.count.safeParse(text.trim() === '' ? null : Number(text));
  const sentences = choices.map((each) => sentenceOf(each, count.success ? count.data : null));

  const confirm = () => {
    setTried(true);
    if (slow !== null || !offer || !count.success) return;
    const rule = { ...offer.rule, blanks: { ...offer.rule.blanks, count: count.data }, days: Number(days) };
    void press(async () => void (await api.approvals.always({ id: approval.id, digest: approval.digest, rule })));
  };
  return (
    <Form
      label={alwaysWords.form}
      onSubmit={confirm}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy} waits={slow !== null}>
            {alwaysWords.confirm}
          </Button>
          <Button onPress={onBack}>{alwaysWords.back}</Button>
          {slow ? (
            <Text size="small" tone="quiet" figures>
              {waitSays(slow.says, slow.left)}
            </Text>
          ) : null}
        </>
      }
    >
      <Stack gap={16} grow>
        <Stack gap={4}>
          <Text size="small" weight="medium">
            {alwaysWords.which}
          </Text>
          {sentences.length === 1 ? (
            <SetOff>
              <Text>{sentences[0]}</Text>
            </SetOff>
          ) : (
            <ChoiceList
              label={alwaysWords.which}
              value={chosen}
              options={sentences.map((says, at) => ({ value: String(at), says }))}
              onChange={setChosen}
            />
          )}
        </Stack>
        <Fields>
          <TextField
            label={blankLabel('count', 'count', { id: offer?.rule.template ?? 'always-for-yourself' })}
            type="number"
            value={text}
            autoFocus
            error={tried && !count.success ? alwaysWords.needsCount : null}
            onChange={setTyped}
          />
          <Stack gap={4}>
            <Text size="small" weight="medium">
              {alwaysWords.days}
            </Text>
            <Chips label={alwaysWords.days} value={days} options={daysChoices} onChange={setDays} />
          </Stack>
        </Fields>
        {inFirstWeek ? <Notice>{alwaysWords.firstWeek}</Notice> : null}
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Form>
  );
}

/** As the rule will read with so many a day. */
function sentenceOf({ offer, template }: OfferFormProps['choices'][number], count: number | null): string {
  const was = Number(offer.rule.blanks.count);
  const says = count === null ? offer.says : sayCount(template, offer.says, was, count);
  return offer.rule.automationId === undefined ? says : alwaysWords.onlyHere(says);
}
