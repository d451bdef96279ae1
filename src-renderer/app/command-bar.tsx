import { useEffect, useRef, useState } from 'react';
import { leaveBar, onBarShown } from '#renderer/client/command-bar.ts';
import { BarScreen } from '#renderer/design/bar-screen.tsx';
import { AskBox } from '#renderer/features/command-center/ask-box.tsx';
import { askWords } from '#renderer/words/command-center.ts';

/** The ask box alone, in the small window that opens over any app. Escape leaves it, and so does a sentence that was taken. */
export function CommandBar() {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState('');

  useEffect(() => {
    const stop = onBarShown(() => {
      field.current?.focus();
      field.current?.select();
    });
    const onKeyDown = ({ key, isComposing }: KeyboardEvent) => {
      if (key === 'Escape' && !isComposing) leaveBar(null);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      stop();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  return (
    <BarScreen heading={askWords.heading}>
      <AskBox field={field} draft={draft} onDraft={setDraft} large={false} onAsked={leaveBar} />
    </BarScreen>
  );
}
