import { useState } from 'react';
import type { PlannedAutomation } from '#contract/model/automation.ts';
import type { HappeningKind } from '#contract/model/happening.ts';
import type { Rehearsal } from '#contract/model/rehearsal.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { RehearsalView } from '#renderer/features/automations/rehearsal-view.tsx';
import { emptyDraft, triggerOf } from '#renderer/features/automations/trigger-draft.ts';
import { TriggerPicker } from '#renderer/features/automations/trigger-picker.tsx';
import { automationsWords } from '#renderer/words/automations.ts';
import { withAskLanguage } from '#renderer/words/language.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type AutomationFormProps = {
  readonly kinds: readonly HappeningKind[];
  readonly onDone: () => void;
  readonly onBack: () => void;
};

/** First the sentence and when, then what it will do; only then is it set up. */
export function AutomationForm({ kinds, onDone, onBack }: AutomationFormProps) {
  const api = useApi();
  const [sentence, setSentence] = useState('');
  const [draft, setDraft] = useState(emptyDraft);
  const [missing, setMissing] = useState<'sentence' | 'time' | 'rhythm' | null>(null);
  const [seen, setSeen] = useState<{ planned: PlannedAutomation; rehearsal: Rehearsal } | null>(null);
  const { busy, trouble, press } = usePress();

  const look = () => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const chosen = triggerOf(draft, timeZone);
    if (sentence.trim() === '') return setMissing('sentence');
    if (draft.when !== 'as-said' && chosen === null) return setMissing('time');
    setMissing(null);
    void press(async () => {
      const said = await api.automations.read({ sentence, timeZone });
      const trigger = chosen ?? said.trigger;
      if (trigger === null) return setMissing('rhythm');
      const planned = { sentence: said.sentence, trigger, timeZone };
      setSeen({ planned, rehearsal: await api.automations.rehearse(planned) });
    });
  };

  if (seen) return <RehearsalView {...seen} onDone={onDone} onChange={() => setSeen(null)} />;
  return (
    <Form
      label={automationsWords.form}
      onSubmit={look}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {automationsWords.look}
          </Button>
          <Button onPress={onBack}>{automationsWords.back}</Button>
        </>
      }
    >
      <Stack gap={16} grow>
        <TextField
          label={automationsWords.sentence}
          value={sentence}
          note={withAskLanguage(automationsWords.sentenceHint)}
          error={missing === 'sentence' ? automationsWords.needsSentence : null}
          autoFocus
          onChange={setSentence}
        />
        <TriggerPicker
          draft={draft}
          kinds={kinds}
          error={
            missing === 'rhythm' ? automationsWords.noRhythm : missing === 'time' ? automationsWords.needsTime : null
          }
          onChange={(next) => {
            setDraft(next);
            setMissing(null);
          }}
        />
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Form>
  );
}
