import { create } from 'zustand';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { Api } from '#renderer/client/api.ts';
import { troubleOf } from '#renderer/client/trouble.ts';

export type Connection = 'starting' | 'live' | 'reconnecting' | 'signed-out';

type LiveState = {
  readonly connection: Connection;
  /** Everything that was heard since the page was opened, oldest first. */
  readonly heard: readonly LoggedEvent[];
};

/** As many events as are kept in the page; older ones are read from the log again. */
const KEPT = 5000;
const FIRST_WAIT = 400;
const LONGEST_WAIT = 8000;

export const useLive = create<LiveState>()(() => ({ connection: 'starting', heard: [] }));

type Listener = (event: LoggedEvent) => void;
const listeners = new Set<Listener>();
const returners = new Set<() => void>();

/** Tells each event as it happens; answers with the way to stop listening. */
export function onEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells when the stream stands again after a break. */
export function onReturn(listener: () => void): () => void {
  returners.add(listener);
  return () => returners.delete(listener);
}

/**
 * Follows the log until `signal` ends it. A broken stream is taken up where it ended, after a wait
 * that doubles from 0.4 to 8 seconds; meanwhile the connection is said to be what it is.
 */
export async function followEvents(api: Api, signal: AbortSignal): Promise<void> {
  let lastSeq: number | null = null;
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    try {
      lastSeq ??= (await api.status.get(undefined, { signal })).lastSeq;
      const stream = await api.events.live(undefined, { signal, lastEventId: String(lastSeq) });
      returnTo('live');
      wait = FIRST_WAIT;
      for await (const event of stream) {
        if (event.seq <= lastSeq) continue;
        lastSeq = event.seq;
        hear(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (troubleOf(error).kind === 'signed-out') {
        useLive.setState({ connection: 'signed-out' });
        return;
      }
    }
    if (signal.aborted) return;
    useLive.setState({ connection: 'reconnecting' });
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

function returnTo(connection: Connection) {
  const wasBroken = useLive.getState().connection === 'reconnecting';
  useLive.setState({ connection });
  if (wasBroken) for (const listener of returners) listener();
}

function hear(event: LoggedEvent) {
  useLive.setState(({ heard }) => ({ heard: [...heard.slice(-KEPT + 1), event] }));
  for (const listener of listeners) listener(event);
}
