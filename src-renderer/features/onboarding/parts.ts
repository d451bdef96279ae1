import type { ReactNode } from 'react';

/** What other features bring: their own forms and views, so that nothing here is a second way of doing it. */
export type OnboardingParts = {
  /** The accounts that can be connected; null where there is none. */
  readonly accounts: ReactNode;
  /** The limits; `around` is handed their fields and what saves them. */
  readonly limits: (around: (fields: ReactNode, save: () => Promise<boolean>) => ReactNode) => ReactNode;
  /** A request from its sentence to what came of it. */
  readonly request: (runId: string, onPick: (sentence: string) => void) => ReactNode;
  /** Which language everything is in. */
  readonly language: ReactNode;
  /** Where one rehearses with made-up accounts; null while one does so already. */
  readonly practiceHref: string | null;
};
