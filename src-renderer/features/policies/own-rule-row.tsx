import { Lock, LockOpen, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { OwnRule } from '#contract/model/own-rule.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { type Press, usePress } from '#renderer/client/use-press.ts';
import { Button, IconButton } from '#renderer/design/button.tsx';
import { Code } from '#renderer/design/code.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Disclosure, Disclosures } from '#renderer/design/disclosure.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { SetAsideSheet } from '#renderer/features/policies/set-aside-sheet.tsx';
import { onlyIn, ownRuleWords, ruleStanding, takeAwaySays } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type OwnRuleRowProps = {
  readonly rule: OwnRule;
  /** The sentence of the automation that it is for, where there still is one. */
  readonly automation: string | undefined;
};

/** One rule as its sentence, how it stands, and what can be done about it. */
export function OwnRuleRow({ rule, automation }: OwnRuleRowProps) {
  const titleId = useId();
  const pressed = usePress();
  const { says, cedar, does, problem, setAsideUntil, automationId } = rule;
  return (
    <ListRow
      faded={setAsideUntil !== null}
      leading={<RowIcon icon={does === 'allows' ? LockOpen : Lock} />}
      title={
        <Text as="span" weight="medium" id={titleId}>
          {says}
        </Text>
      }
      detail={
        <Stack gap={0}>
          {automationId === null ? null : <span>{onlyIn(automation)}</span>}
          {problem === null ? <span>{ruleStanding(rule)}</span> : null}
        </Stack>
      }
      trailing={<TakeAway rule={rule} pressed={pressed} />}
      below={
        <Stack gap={8}>
          {problem === null ? null : <Notice tone="danger">{ruleStanding(rule)}</Notice>}
          {pressed.trouble ? <Notice tone="danger">{troubleSentence(pressed.trouble)}</Notice> : null}
          <Disclosures>
            <Disclosure label={ownRuleWords.howWritten} describedBy={titleId}>
              <Code>{cedar.trim()}</Code>
            </Disclosure>
            {does === 'restricts' && problem === null ? (
              <SetAside rule={rule} titleId={titleId} pressed={pressed} />
            ) : null}
          </Disclosures>
        </Stack>
      }
    />
  );
}

type PartProps = { readonly rule: OwnRule; readonly pressed: Press };

function TakeAway({ rule, pressed }: PartProps) {
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const remove = () =>
    void pressed.press(async () => void (await api.policies.removeRule({ id: rule.id }))).then(() => setAsking(false));
  return (
    <>
      <IconButton icon={Trash2} label={ownRuleWords.takeAway(rule.says)} onPress={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        title={ownRuleWords.takeAwayTitle}
        says={takeAwaySays(rule)}
        confirm={ownRuleWords.takeAwayConfirm}
        back={ownRuleWords.takeAwayBack}
        danger
        busy={pressed.busy}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function SetAside({ rule, titleId, pressed }: PartProps & { readonly titleId: string }) {
  const api = useApi();
  const [open, setOpen] = useState(false);
  const putBack = () => void pressed.press(async () => void (await api.policies.putBack({ id: rule.id })));
  if (rule.setAsideUntil !== null) {
    return (
      <Button look="bare" busy={pressed.busy} describedBy={titleId} onPress={putBack}>
        {ownRuleWords.putBack}
      </Button>
    );
  }
  return (
    <>
      <Button look="bare" describedBy={titleId} onPress={() => setOpen(true)}>
        {ownRuleWords.setAside}
      </Button>
      <SetAsideSheet rule={rule} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
