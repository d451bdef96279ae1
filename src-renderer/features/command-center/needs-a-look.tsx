import { type ReactNode, useId } from 'react';
import type { Attention } from '#contract/api/attention.ts';
import type { Tries } from '#contract/model/dead-letter.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { type Press, usePress } from '#renderer/client/use-press.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Link } from '#renderer/design/link.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { StateMark } from '#renderer/design/state-mark.tsx';
import { Text } from '#renderer/design/text.tsx';
import { GivenUp } from '#renderer/features/command-center/given-up.tsx';
import { SettleStep } from '#renderer/features/command-center/settle-step.tsx';
import { failureSentence } from '#renderer/words/failures.ts';
import { dayAndTimeFirst } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';
import { lookWords } from '#renderer/words/waits.ts';

type NeedsALookProps = { readonly attention: Attention; readonly onAnswered: () => void };

/** Over all requests: what nobody but the person can settle. Nothing is drawn where there is nothing of it. */
export function NeedsALook({ attention: { unknown, deadLetters }, onAnswered }: NeedsALookProps) {
  if (unknown.length + deadLetters.length === 0) return null;
  return (
    <Section title={lookWords.title}>
      <List label={lookWords.title}>
        {unknown.map((each) => (
          <LookRow key={`${each.runId} ${each.stepId}`} mark="unsure" {...each} onAnswered={onAnswered}>
            {(row) => <SettleStep {...each} {...row} failure={{ kind: 'outcome-unknown', service: each.service }} />}
          </LookRow>
        ))}
        {deadLetters.map((each) => (
          <LookRow key={each.id} mark="failed" {...each} since={each.createdAt} onAnswered={onAnswered}>
            {(row) => <GivenUp {...each} {...row} letterId={each.id} />}
          </LookRow>
        ))}
      </List>
    </Section>
  );
}

type LookRowProps = {
  readonly mark: 'unsure' | 'failed';
  readonly runId: string;
  readonly intent: string;
  readonly says: string;
  readonly since: string;
  readonly tries: Tries;
  readonly onAnswered: () => void;
  readonly children: (row: { readonly describedBy: string; readonly pressed: Press }) => ReactNode;
};

function LookRow({ mark, runId, intent, says, since, tries, onAnswered, children }: LookRowProps) {
  const describedBy = useId();
  const pressed = usePress();
  const press: Press['press'] = async (work) => {
    const done = await pressed.press(work);
    onAnswered();
    return done;
  };
  return (
    <ListRow
      leading={<StateMark mark={mark} />}
      title={
        <Text as="span" weight="medium" id={describedBy}>
          {says}
        </Text>
      }
      detail={<Link href={hrefOf({ screen: 'run', runId })}>{lookWords.partOf(intent)}</Link>}
      trailing={dayAndTimeFirst(since)}
      below={
        <Stack gap={8}>
          {children({ describedBy, pressed: { ...pressed, press } })}
          {pressed.trouble ? <Notice tone="danger">{troubleSentence(pressed.trouble)}</Notice> : null}
          {tries.length > 0 ? <TriesMade tries={tries} describedBy={describedBy} /> : null}
        </Stack>
      }
    />
  );
}

function TriesMade({ tries, describedBy }: { readonly tries: Tries; readonly describedBy: string }) {
  const label = lookWords.tries(tries.length);
  return (
    <Disclosure label={label} describedBy={describedBy}>
      <List label={label} boxed={false} dense>
        {tries.map(({ at, failure }) => (
          <ListRow
            key={at}
            title={
              <Text as="span" size="small">
                {failure === null ? lookWords.notKnown : failureSentence(failure)}
              </Text>
            }
            detail={dayAndTimeFirst(at)}
          />
        ))}
      </List>
    </Disclosure>
  );
}
