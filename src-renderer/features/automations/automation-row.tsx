import { FlaskConical, Play, Trash2, Zap } from 'lucide-react';
import type { Automation, CatchUp } from '#contract/model/automation.ts';
import type { HappeningKind } from '#contract/model/happening.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { type Press, usePress } from '#renderer/client/use-press.ts';
import { Badge } from '#renderer/design/badge.tsx';
import { Button, IconButton } from '#renderer/design/button.tsx';
import { Chips } from '#renderer/design/chips.tsx';
import { Disclosure, Disclosures } from '#renderer/design/disclosure.tsx';
import { Link } from '#renderer/design/link.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { Text } from '#renderer/design/text.tsx';
import {
  agreedUntil,
  automationsWords,
  catchUpChoices,
  lastRunWords,
  missedWords,
  standingWords,
  triggerWords,
} from '#renderer/words/automations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type AutomationRowProps = {
  readonly automation: Automation;
  readonly kinds: readonly HappeningKind[];
  readonly onRemoved: (automation: Automation) => void;
};

/** One thing that is done by itself: when, how it stands, and what was agreed to. */
export function AutomationRow({ automation, kinds, onRemoved }: AutomationRowProps) {
  const api = useApi();
  const pressed = usePress();
  const { id, sentence, paused, shadow, lastRun } = automation;
  return (
    <ListRow
      faded={paused}
      leading={<RowIcon icon={Zap} />}
      title={
        <Row gap={8} wrap>
          <Text weight="medium">{sentence}</Text>
          {shadow ? <Badge tone="accent">{automationsWords.practises}</Badge> : null}
        </Row>
      }
      detail={
        <Stack gap={4}>
          <span>{`${triggerWords(automation.trigger, kinds)} · ${standingWords(automation)}`}</span>
          {lastRun ? <Link href={hrefOf({ screen: 'run', runId: lastRun.id })}>{lastRunWords(lastRun)}</Link> : null}
        </Stack>
      }
      trailing={
        <>
          <IconButton
            icon={Play}
            label={automationsWords.runNow(sentence)}
            disabled={pressed.busy}
            onPress={() => void pressed.press(async () => void (await api.automations.run({ id })))}
          />
          <IconButton
            icon={Trash2}
            label={automationsWords.remove(sentence)}
            disabled={pressed.busy}
            onPress={() =>
              void pressed.press(async () => {
                await api.automations.remove({ id });
                onRemoved(automation);
              })
            }
          />
          <Switch
            label={automationsWords.isOn(sentence)}
            on={!paused}
            disabled={pressed.busy}
            onChange={(on) => void pressed.press(async () => void (await api.automations.change({ id, paused: !on })))}
          />
        </>
      }
      below={
        <Stack gap={8}>
          {pressed.trouble ? <Notice tone="danger">{troubleSentence(pressed.trouble)}</Notice> : null}
          <Missed automation={automation} pressed={pressed} />
          <Disclosures>
            <CatchUpChoice automation={automation} pressed={pressed} />
            <TryOut automation={automation} pressed={pressed} />
            <Agreed automation={automation} pressed={pressed} />
          </Disclosures>
        </Stack>
      }
    />
  );
}

type PartProps = { readonly automation: Automation; readonly pressed: Press };

function Missed({ automation: { id, missedAt }, pressed }: PartProps) {
  const api = useApi();
  if (missedAt === null) return null;
  const answer = (decision: 'do-it-now' | 'leave-it') =>
    void pressed.press(async () => void (await api.automations.answerMissed({ id, missedAt, decision })));
  return (
    <Notice
      tone="warn"
      action={
        <Row gap={8} wrap>
          <Button kind="primary" busy={pressed.busy} onPress={() => answer('do-it-now')}>
            {automationsWords.doNow}
          </Button>
          <Button busy={pressed.busy} onPress={() => answer('leave-it')}>
            {automationsWords.leaveIt}
          </Button>
        </Row>
      }
    >
      {missedWords(missedAt)}
    </Notice>
  );
}

const catchUps = catchUpChoices.map(({ value, title }) => ({ value, label: title }));

function CatchUpChoice({ automation: { id, trigger, catchUp }, pressed }: PartProps) {
  const api = useApi();
  if (trigger.kind === 'event') return null;
  const choose = (next: CatchUp) =>
    void pressed.press(async () => void (await api.automations.change({ id, catchUp: next })));
  return (
    <Disclosure label={automationsWords.catchUp}>
      <Chips label={automationsWords.catchUp} value={catchUp} options={catchUps} onChange={choose} />
    </Disclosure>
  );
}

function TryOut({ automation: { id, sentence, shadow }, pressed }: PartProps) {
  const api = useApi();
  return (
    <Disclosure label={automationsWords.tryOut}>
      <Stack gap={12}>
        <Row gap={8} wrap>
          <Button
            icon={FlaskConical}
            busy={pressed.busy}
            onPress={() => void pressed.press(async () => void (await api.automations.run({ id, shadow: true })))}
          >
            {automationsWords.tryNow}
          </Button>
        </Row>
        <Row gap={12}>
          <Switch
            label={automationsWords.practiseSwitch(sentence)}
            on={shadow}
            disabled={pressed.busy}
            onChange={(on) => void pressed.press(async () => void (await api.automations.change({ id, shadow: on })))}
          />
          <Stack gap={0}>
            <Text size="small" weight="medium">
              {automationsWords.practise}
            </Text>
            <Text size="small" tone="quiet">
              {automationsWords.practiseSays}
            </Text>
          </Stack>
        </Row>
      </Stack>
    </Disclosure>
  );
}

function Agreed({ automation: { id, consents }, pressed }: PartProps) {
  const api = useApi();
  if (consents.length === 0) return null;
  return (
    <Disclosure label={automationsWords.agreed}>
      <List dense boxed={false}>
        {consents.map((consent) => (
          <ListRow
            key={consent.id}
            title={consent.says}
            detail={agreedUntil(consent.expiresAt)}
            trailing={
              <Button
                look="bare"
                busy={pressed.busy}
                onPress={() =>
                  void pressed.press(
                    async () => void (await api.automations.revokeConsent({ id, consentId: consent.id })),
                  )
                }
              >
                {automationsWords.askAgain}
              </Button>
            }
          />
        ))}
      </List>
    </Disclosure>
  );
}
