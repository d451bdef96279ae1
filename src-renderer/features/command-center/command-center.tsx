import { type ReactNode, useEffect, useRef, useState } from 'react';
import { BarePage } from '#renderer/design/page.tsx';
import { AskBox } from '#renderer/features/command-center/ask-box.tsx';
import { Overview } from '#renderer/features/command-center/overview.tsx';
import { RunView } from '#renderer/features/command-center/run-view.tsx';

type CommandCenterProps = {
  /** The request that is open; null shows how everything stands. */
  readonly runId: string | null;
  /** Counts the times that the person called for the ask box; each puts the cursor there. */
  readonly askCalls: number;
  /** What stands above how everything stands; `onPick` puts a sentence into the ask box. */
  readonly guide?: ((onPick: (sentence: string) => void) => ReactNode) | null;
};

export function CommandCenter({ runId, askCalls, guide = null }: CommandCenterProps) {
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (askCalls > 0) field.current?.focus();
  }, [askCalls]);

  const pick = (sentence: string) => {
    setDraft(sentence);
    field.current?.focus();
  };
  return (
    <BarePage>
      <AskBox field={field} draft={draft} onDraft={setDraft} large={runId === null} />
      {runId === null ? guide?.(pick) : null}
      {runId === null ? (
        <Overview onPick={pick} showsExamples={guide === null} />
      ) : (
        <RunView key={runId} runId={runId} onPick={pick} />
      )}
    </BarePage>
  );
}
