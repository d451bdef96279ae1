import { useId, useState } from 'react';
import type { Approval } from '#contract/model/approval.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useSlowDown } from '#renderer/client/pace.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card, CardFoot } from '#renderer/design/card.tsx';
import { CardBody } from '#renderer/design/card-body.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Reasons } from '#renderer/design/reasons.tsx';
import { RiskMark } from '#renderer/design/risk-mark.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { isAmong, LikeRow } from '#renderer/features/approvals/like-card-row.tsx';
import { approvalsWords, likeWords, waitSays } from '#renderer/words/approvals.ts';
import { effectFacts, type Fact } from '#renderer/words/effect.ts';
import { riskWords } from '#renderer/words/risk.ts';
import { ruleName } from '#renderer/words/rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type LikeCardsCardProps = { readonly cards: readonly Approval[]; readonly onApart: () => void };

/** Several cards of the same kind as one: every value of each is there to be read, and one decision under them. */
export function LikeCardsCard({ cards, onApart }: LikeCardsCardProps) {
  const api = useApi();
  const titleId = useId();
  const waitId = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { busy, trouble, press } = usePress();
  const slow = useSlowDown();
  const chosen = cards.filter(({ id }) => !left.has(id));
  const shared = sharedFacts(cards);
  const risk = cards[0]?.card.risk ?? 'L2';

  const tick = (id: string, on: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      if (on) after.delete(id);
      else after.add(id);
      return after;
    });
  const approve = () =>
    void press(async () => {
      await api.approvals.decideMany({ approve: chosen.map(({ id, digest }) => ({ id, digest })) });
    });
  const decline = () =>
    void press(async () => void (await api.approvals.decideMany({ decline: chosen.map(({ id }) => id) })));

  return (
    <Card as="article" labelledBy={titleId} flush>
      <CardBody>
        <Row gap={12} align="start" spread wrap>
          <Heading level={3} size="lead" id={titleId}>
            {likeWords.title(cards.length)}
          </Heading>
          <RiskMark risk={risk} words={riskWords[risk]} />
        </Row>
        <Facts facts={shared} />
      </CardBody>
      <CardBody ruled flush>
        <List label={likeWords.list} boxed={false}>
          {cards.map((approval) => (
            <LikeRow
              key={approval.id}
              approval={approval}
              ticked={!left.has(approval.id)}
              shared={shared}
              onTick={(on) => tick(approval.id, on)}
            />
          ))}
        </List>
      </CardBody>
      <CardFoot stays>
        <Button
          kind="primary"
          busy={busy}
          disabled={chosen.length === 0}
          waits={slow !== null}
          describedBy={slow === null ? titleId : `${titleId} ${waitId}`}
          onPress={approve}
        >
          {likeWords.approve(chosen.length)}
        </Button>
        <Button busy={busy} disabled={chosen.length === 0} describedBy={titleId} onPress={decline}>
          {approvalsWords.notNow}
        </Button>
        <Button look="bare" describedBy={titleId} onPress={onApart}>
          {likeWords.oneByOne}
        </Button>
        <Text size="small" tone="quiet" figures id={waitId}>
          {slow === null ? likeWords.note(chosen.length, cards.length) : waitSays(slow.says, slow.left)}
        </Text>
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </CardFoot>
      <CardBody tight>
        <Disclosure label={approvalsWords.whyThis} describedBy={titleId}>
          <Reasons reasons={reasonsOf(cards)} />
        </Disclosure>
      </CardBody>
    </Card>
  );
}

/** What is true of all of them is said once. */
function sharedFacts(cards: readonly Approval[]): readonly Fact[] {
  const [first = [], ...rest] = cards.map(({ card }) => effectFacts(card));
  return first.filter((fact) => rest.every((facts) => isAmong(facts, fact)));
}

function reasonsOf(cards: readonly Approval[]): { readonly says: string; readonly rule: string | null }[] {
  const all = cards.flatMap(({ reason }) => reason).map(({ says, rule }) => ({ says, rule: ruleName(rule) }));
  return all.filter((one, at) => all.findIndex(({ says, rule }) => says === one.says && rule === one.rule) === at);
}
