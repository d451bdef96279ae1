import { useId, useState } from 'react';
import type { Approval, ApprovalAnswer } from '#contract/model/approval.ts';
import { type ChoiceKind, choicesOf } from '#contract/model/conflict.ts';
import { isPlainCard } from '#contract/model/plain-card.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useSlowDown } from '#renderer/client/pace.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card, CardFoot } from '#renderer/design/card.tsx';
import { CardBody } from '#renderer/design/card-body.tsx';
import { CardDifference } from '#renderer/design/difference-table.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Link } from '#renderer/design/link.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Reasons } from '#renderer/design/reasons.tsx';
import { RiskMark } from '#renderer/design/risk-mark.tsx';
import { Sources } from '#renderer/design/sources.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { AlwaysForm } from '#renderer/features/approvals/always-form.tsx';
import { ChangeForm } from '#renderer/features/approvals/change-form.tsx';
import { editableValues } from '#renderer/features/approvals/editable-values.ts';
import { approvalsWords, waitSays, waitsUntil } from '#renderer/words/approvals.ts';
import { effectFacts } from '#renderer/words/effect.ts';
import { alwaysWords } from '#renderer/words/own-rules.ts';
import { named } from '#renderer/words/people.ts';
import { originsOf } from '#renderer/words/provenance.ts';
import { riskWords } from '#renderer/words/risk.ts';
import { ruleName } from '#renderer/words/rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';
import { isBlank, valueWords } from '#renderer/words/values.ts';
import { visible } from '#renderer/words/visible.ts';

/** The others leave it, or make a fresh card. */
const DOES_SOMETHING: readonly ChoiceKind[] = ['anyway', 'wait'];

/** What will happen, the plain difference, who gets it and where it comes from, and then the decision. */
export function ApprovalCard({ approval }: { readonly approval: Approval }) {
  const api = useApi();
  const titleId = useId();
  const waitId = useId();
  const [open, setOpen] = useState<'change' | 'always' | null>(null);
  const slow = useSlowDown();
  const { busy, trouble, press } = usePress();
  const { card } = approval;
  const conflicts = card.conflicts ?? [];
  const choices = choicesOf(conflicts);
  const yes = { busy, waits: slow !== null, describedBy: slow === null ? titleId : `${titleId} ${waitId}` };

  const answer = (words: ApprovalAnswer) =>
    press(async () => {
      await api.approvals.decide({ id: approval.id, digest: approval.digest, ...words });
    });

  const origins = originsOf(
    card.values
      .filter(({ value }) => !isBlank(value))
      .map(({ label, value, provenance, sources }) => ({
        label,
        value: valueWords(named(value, card.people)),
        provenance,
        sources,
      })),
  );
  return (
    <Card as="article" labelledBy={titleId} flush>
      <CardBody>
        <Row gap={12} align="start" spread wrap>
          <Heading level={3} size="lead" id={titleId}>
            {visible(card.title)}
          </Heading>
          <RiskMark risk={card.risk} words={riskWords[card.risk]} />
        </Row>
        {open === 'change' ? (
          <ChangeForm
            values={card.values}
            busy={busy}
            onBack={() => setOpen(null)}
            onSave={(changes) =>
              void answer({ decision: 'change', changes }).then((saved) => {
                if (saved) setOpen(null);
              })
            }
          />
        ) : (
          <Stack gap={12}>
            {conflicts.length > 0 ? (
              <Notice tone="warn">
                {conflicts.map(({ says }) => (
                  <span key={says}>{says}</span>
                ))}
              </Notice>
            ) : null}
            <CardDifference card={card} />
            <Facts facts={[...effectFacts(card), ...origins]} />
            {card.values.map(({ path, label, sources = [] }) => (
              <Sources key={path} label={label} sources={sources} />
            ))}
          </Stack>
        )}
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </CardBody>
      {open === 'always' ? (
        <CardBody ruled>
          <AlwaysForm approval={approval} slow={slow} onBack={() => setOpen(null)} />
        </CardBody>
      ) : null}
      {open === null ? (
        <CardFoot>
          {choices.length === 0 ? (
            <Button kind="primary" {...yes} onPress={() => void answer({ decision: 'approve' })}>
              {approvalsWords.approve}
            </Button>
          ) : (
            choices.map(({ kind, says }) => (
              <Button
                key={kind}
                kind={kind === 'anyway' ? 'primary' : 'quiet'}
                {...(DOES_SOMETHING.includes(kind) ? yes : { busy, describedBy: titleId })}
                onPress={() => void answer({ decision: 'approve', choice: kind })}
              >
                {says}
              </Button>
            ))
          )}
          {editableValues(card.values).length > 0 ? (
            <Button busy={busy} describedBy={titleId} onPress={() => setOpen('change')}>
              {approvalsWords.change}
            </Button>
          ) : null}
          {choices.length === 0 ? (
            <Button busy={busy} describedBy={titleId} onPress={() => void answer({ decision: 'decline' })}>
              {approvalsWords.notNow}
            </Button>
          ) : null}
          {isPlainCard(card) ? (
            <Button look="bare" busy={busy} describedBy={titleId} onPress={() => setOpen('always')}>
              {alwaysWords.open}
            </Button>
          ) : null}
          <Text size="small" tone="quiet" figures id={waitId}>
            {slow === null ? waitsUntil(approval.expiresAt) : waitSays(slow.says, slow.left)}
          </Text>
        </CardFoot>
      ) : null}
      <CardBody tight>
        <Row gap={12} spread wrap align="start">
          <Disclosure label={approvalsWords.whyThis} describedBy={titleId}>
            <Reasons reasons={approval.reason.map((one) => ({ says: one.says, rule: ruleName(one.rule) }))} />
          </Disclosure>
          <Link href={hrefOf({ screen: 'run', runId: approval.runId })}>{approvalsWords.openRequest}</Link>
        </Row>
      </CardBody>
    </Card>
  );
}
