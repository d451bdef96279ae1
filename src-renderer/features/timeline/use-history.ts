import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { onReturn, useLive } from '#renderer/client/live-events.ts';
import { type Trouble, troubleOf } from '#renderer/client/trouble.ts';

const PAGE = 200;

type Read = { readonly events: readonly LoggedEvent[]; readonly nextBefore: number | null };

export type HistoryOfEvents = {
  readonly events: readonly LoggedEvent[];
  readonly loading: boolean;
  readonly trouble: Trouble | null;
  /** Reads further back, once at a time, until there is nothing older. */
  readonly readOlder: () => void;
};

/** The log: what is read backwards from now, and what is heard as it happens. */
export function useHistory(): HistoryOfEvents {
  const api = useApi();
  const heard = useLive((live) => live.heard);
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const reading = useRef(false);

  const readPage = useCallback(
    async (before: number | undefined) => {
      if (reading.current) return;
      reading.current = true;
      try {
        const page = await api.events.history({ limit: PAGE, before });
        setTrouble(null);
        setRead((earlier) => ({
          events: [...(earlier?.events ?? []), ...page.items],
          nextBefore: before === undefined && earlier ? earlier.nextBefore : page.nextBefore,
        }));
      } catch (error) {
        setTrouble(troubleOf(error));
      } finally {
        reading.current = false;
      }
    },
    [api],
  );

  useEffect(() => {
    void readPage(undefined);
    return onReturn(() => void readPage(undefined));
  }, [readPage]);

  const nextBefore = read?.nextBefore ?? null;
  const readOlder = useCallback(() => {
    if (nextBefore !== null) void readPage(nextBefore);
  }, [nextBefore, readPage]);

  const events = useMemo(() => [...(read?.events ?? []), ...heard], [read, heard]);
  return { events, loading: read === null && trouble === null, trouble, readOlder };
}
