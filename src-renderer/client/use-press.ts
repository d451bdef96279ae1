import { useCallback, useState } from 'react';
import { type Trouble, troubleOf } from '#renderer/client/trouble.ts';

export type Press = {
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Carries the press out; true when it was. A press while one is under way does nothing. */
  readonly press: (work: () => Promise<void>) => Promise<boolean>;
};

/** Whether a button's work is under way, and what became of it when it did not go well. */
export function usePress(): Press {
  const [state, setState] = useState<{ busy: boolean; trouble: Trouble | null }>({ busy: false, trouble: null });
  const press = useCallback(async (work: () => Promise<void>) => {
    setState({ busy: true, trouble: null });
    try {
      await work();
      setState({ busy: false, trouble: null });
      return true;
    } catch (error) {
      setState({ busy: false, trouble: troubleOf(error) });
      return false;
    }
  }, []);
  return { ...state, press };
}
