import { useState } from 'react';
import type { UndoForecast, UndoTarget } from '#contract/model/undo.ts';
import { useApi } from '#renderer/client/api-context.ts';
import type { Press } from '#renderer/client/use-press.ts';

export type TakingBack = {
  /** What would come of it, once it was looked up and until it is decided. */
  readonly preview: readonly UndoForecast[] | null;
  readonly look: () => void;
  readonly confirm: () => void;
  readonly close: () => void;
};

/** Shows first what taking something back comes to, then does it when the person says so. */
export function useTakingBack(target: UndoTarget, { press }: Press): TakingBack {
  const { undo } = useApi();
  const [preview, setPreview] = useState<readonly UndoForecast[] | null>(null);
  const close = () => setPreview(null);
  return {
    preview,
    close,
    look: () => void press(async () => setPreview((await undo.preview({ target })).items)),
    confirm: () => {
      close();
      void press(async () => void (await undo.request({ target })));
    },
  };
}
