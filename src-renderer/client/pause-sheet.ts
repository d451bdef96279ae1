import { create } from 'zustand';
import type { PauseScope } from '#contract/model/pause.ts';

type PauseSheet = {
  readonly sheet: 'receipt' | 'resume' | null;
  /** The one thing that is ticked when it opens; null ticks all that stands still. */
  readonly only: PauseScope | null;
};

/** Which sheet of the pause is open: it stands around every screen, and any of them may call for it. */
export const usePauseSheet = create<PauseSheet>()(() => ({ sheet: null, only: null }));

export const openPauseSheet = (sheet: PauseSheet['sheet'], only: PauseScope | null = null): void =>
  usePauseSheet.setState({ sheet, only });
