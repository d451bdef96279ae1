import { Mic } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { hrefOf } from '#renderer/client/address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { useVoice } from '#renderer/client/use-voice.ts';
import { AskField } from '#renderer/design/ask-field.tsx';
import { AskHeading } from '#renderer/design/ask-heading.tsx';
import { HoldButton } from '#renderer/design/hold-button.tsx';
import { useUnderstood } from '#renderer/features/command-center/use-understood.ts';
import { askWords } from '#renderer/words/command-center.ts';
import { askLanguage, withAskLanguage } from '#renderer/words/language.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';
import { voiceTrouble, voiceWords } from '#renderer/words/voice.ts';

type AskBoxProps = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly draft: string;
  readonly large: boolean;
  readonly onDraft: (draft: string) => void;
  /** What is done with a request that was taken; it is opened when not said. */
  readonly onAsked?: (runId: string) => void;
};

const openRun = (runId: string): void => {
  window.location.hash = hrefOf({ screen: 'run', runId });
};

export function AskBox({ field, draft, large, onDraft, onAsked = openRun }: AskBoxProps) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const understood = useUnderstood(draft);
  const [blank, setBlank] = useState(false);
  /** What stood in the box before the person began to talk. */
  const typed = useRef('');
  const voice = useVoice((words) => {
    setBlank(false);
    onDraft([typed.current.trim(), words ?? ''].filter((part) => part !== '').join(' '));
  });
  // The same sentence sent again after a broken answer is the same task, never a second one.
  const request = useRef<{ intent: string; id: string } | null>(null);

  async function submit() {
    const intent = draft.trim();
    setBlank(intent === '');
    if (intent === '') return;
    if (request.current?.intent !== intent) request.current = { intent, id: crypto.randomUUID() };
    const requestId = request.current.id;
    await press(async () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const task = await api.tasks.submit({ intent, timeZone, requestId });
      request.current = null;
      onDraft('');
      onAsked(task.runId);
    });
  }

  const error = blank
    ? askWords.empty
    : trouble
      ? troubleSentence(trouble)
      : voice.trouble && voiceTrouble(voice.trouble);
  const ask = (
    <AskField
      ref={field}
      label={askWords.label}
      sendLabel={askWords.send}
      placeholder={askWords.placeholder}
      hint={large ? withAskLanguage(askWords.hint) : askWords.hint}
      lang={askLanguage}
      value={draft}
      note={voice.state === 'idle' ? understood : voiceWords[voice.state]}
      error={error}
      busy={busy}
      large={large}
      aside={
        voice.offered ? (
          <HoldButton
            icon={Mic}
            label={voiceWords.hold}
            held={voice.state === 'opening' || voice.state === 'listening'}
            onPress={() => {
              // Pressed while the last words still come: these are dropped, and with them what they stood beside.
              if (voice.state === 'idle') typed.current = draft;
              voice.press();
            }}
            onRelease={voice.release}
          />
        ) : null
      }
      onChange={(value) => {
        // Whoever writes on while they talk is not overtaken by words that come later.
        if (voice.state !== 'idle') voice.leave();
        setBlank(false);
        onDraft(value);
      }}
      onSubmit={() => void submit()}
    />
  );
  return <AskHeading heading={large ? askWords.heading : null}>{ask}</AskHeading>;
}
