import { useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { PauseReceipt, Resume } from '#contract/model/pause.ts';
import { useApi } from '#renderer/client/api-context.ts';
import type { Trouble } from '#renderer/client/trouble.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';

const outcomes = ['effect.happened', 'effect.failed', 'effect.unknown', 'effect.settled', 'run.changed'];
const aboutPause = ({ body: { kind } }: LoggedEvent) =>
  kind.startsWith('pause.') || kind.startsWith('suspicion.') || outcomes.includes(kind);

/** How the pause stands, which of its sheets is open, and what can be pressed. */
export type PauseView = {
  readonly receipt: PauseReceipt | null;
  readonly sheet: 'receipt' | 'resume' | null;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  open(sheet: 'receipt' | 'resume' | null): void;
  pause(): void;
  resume(named: Partial<Resume>): void;
};

export function usePause(): PauseView {
  const api = useApi();
  const { data, refresh } = useFresh((from) => from.pause.get(), aboutPause);
  const { busy, trouble, press } = usePress();
  const [sheet, open] = useState<PauseView['sheet']>(null);
  const pressed = (work: () => Promise<unknown>) =>
    press(async () => {
      await work();
      refresh();
    });
  return {
    receipt: data,
    sheet,
    busy,
    trouble,
    open,
    pause: () => void pressed(() => api.pause.everything()),
    resume: (named) => void pressed(() => api.pause.resume(named)).then((done) => done && open(null)),
  };
}
