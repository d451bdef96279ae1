import type { LoggedEvent } from '#contract/model/event.ts';
import type { PauseReceipt, PauseScope, Resume } from '#contract/model/pause.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { openPauseSheet, usePauseSheet } from '#renderer/client/pause-sheet.ts';
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
  /** What alone is ticked when the sheet opens; null: everything. */
  readonly only: PauseScope | null;
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
  const { sheet, only } = usePauseSheet();
  const pressed = (work: () => Promise<unknown>) =>
    press(async () => {
      await work();
      refresh();
    });
  return {
    receipt: data,
    sheet,
    only,
    busy,
    trouble,
    open: openPauseSheet,
    pause: () => void pressed(() => api.pause.everything()),
    resume: (named) => void pressed(() => api.pause.resume(named)).then((done) => done && openPauseSheet(null)),
  };
}
