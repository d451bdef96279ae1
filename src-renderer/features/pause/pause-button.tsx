import { Pause, Play } from 'lucide-react';
import { Button } from '#renderer/design/button.tsx';
import type { PauseView } from '#renderer/features/pause/use-pause.ts';
import { pauseWords } from '#renderer/words/pause.ts';

/** One button that stops everything; while it does, the way on. */
export function PauseButton({ view }: { readonly view: PauseView }) {
  if (view.receipt?.paused) {
    return (
      <Button kind="primary" icon={Play} busy={view.busy} onPress={() => view.open('resume')}>
        {pauseWords.resume}
      </Button>
    );
  }
  return (
    <Button icon={Pause} busy={view.busy} onPress={view.pause}>
      {pauseWords.pause}
    </Button>
  );
}
