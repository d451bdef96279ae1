import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { Api } from '#renderer/client/api.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { onEvent, onReturn } from '#renderer/client/live-events.ts';
import { type Refresher, startRefresher } from '#renderer/client/refresher.ts';
import { type Trouble, troubleOf } from '#renderer/client/trouble.ts';

export type Fresh<T> = {
  /** The last answer; it stays while a newer one is on its way. */
  readonly data: T | null;
  readonly trouble: Trouble | null;
  readonly refresh: () => void;
};

/**
 * Something that is read from the app and read again whenever an event that concerns it arrives: at once where it is what
 * the screen is for, and in a moment where it stands beside that.
 */
export function useFresh<T>(
  load: (api: Api) => Promise<T>,
  concerns: (event: LoggedEvent) => boolean,
  how: 'at once' | 'in a moment' = 'in a moment',
): Fresh<T> {
  const api = useApi();
  const [state, setState] = useState<{ data: T | null; trouble: Trouble | null }>({ data: null, trouble: null });
  const refresher = useRef<Refresher | null>(null);
  const read = useEffectEvent(() => load(api));
  const matters = useEffectEvent(concerns);

  useEffect(() => {
    const current = startRefresher(() => read(), {
      value: (data) => setState({ data, trouble: null }),
      error: (error) => setState((before) => ({ ...before, trouble: troubleOf(error) })),
    });
    refresher.current = current;
    current.refresh();
    const offEvent = onEvent((event) => {
      if (!matters(event)) return;
      if (how === 'at once') current.refresh();
      else current.refreshSoon();
    });
    const offReturn = onReturn(current.refresh);
    return () => {
      offEvent();
      offReturn();
      current.stop();
    };
  }, [how]);

  const refresh = useCallback(() => refresher.current?.refresh(), []);
  return { ...state, refresh };
}
