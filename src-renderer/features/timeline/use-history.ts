import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '#renderer/client/api-context.ts';
import { onEvent, onReturn, useLive } from '#renderer/client/live-events.ts';
import { type Trouble, troubleOf } from '#renderer/client/trouble.ts';
import { type Days, withEntries } from '#renderer/features/timeline/timeline-rows.ts';

const PAGE = 200;

/** What is looked for, and the end of the day up to which; nothing of either: the log as it grows. */
export type Sought = { readonly search: string; readonly upTo: string | null };

type Read = { readonly days: Days; readonly nextBefore: number | null };

export type HistoryOfEvents = {
  readonly days: Days;
  readonly loading: boolean;
  /** Whether the beginning of the log was reached. */
  readonly isWhole: boolean;
  readonly trouble: Trouble | null;
  /** Reads further back, once at a time, until there is nothing older. */
  readonly readOlder: () => void;
};

/** The log: what is read backwards, and where nothing is sought, what is heard as it happens. For one `sought` alone. */
export function useHistory({ search, upTo }: Sought): HistoryOfEvents {
  const api = useApi();
  const isLive = search === '' && upTo === null;
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const reading = useRef(false);

  const readPage = useCallback(
    async (before: number | undefined) => {
      if (reading.current) return;
      reading.current = true;
      try {
        const sought = { ...(search !== '' && { search }), ...(upTo !== null && { upTo }) };
        const page = await api.events.history({ limit: PAGE, before, ...sought });
        const heard = isLive ? useLive.getState().heard : [];
        setTrouble(null);
        setRead((earlier) => ({
          days: withEntries(earlier?.days ?? new Map(), earlier ? page.items : [...page.items, ...heard]),
          nextBefore: before === undefined && earlier ? earlier.nextBefore : page.nextBefore,
        }));
      } catch (error) {
        setTrouble(troubleOf(error));
      } finally {
        reading.current = false;
      }
    },
    [api, search, upTo, isLive],
  );

  useEffect(() => {
    void readPage(undefined);
    if (!isLive) return;
    const stops = [
      onReturn(() => void readPage(undefined)),
      onEvent((event) => setRead((earlier) => earlier && { ...earlier, days: withEntries(earlier.days, [event]) })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [readPage, isLive]);

  const nextBefore = read?.nextBefore ?? null;
  const readOlder = useCallback(() => {
    if (nextBefore !== null) void readPage(nextBefore);
  }, [nextBefore, readPage]);

  return {
    days: read?.days ?? new Map(),
    loading: read === null && trouble === null,
    isWhole: read !== null && nextBefore === null,
    trouble,
    readOlder,
  };
}
