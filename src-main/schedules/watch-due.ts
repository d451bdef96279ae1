import type { Instant } from '#contract/model/instant.ts';

/** The timer looks again at least this often, so that a changed clock or a sleep is noticed. */
const LOOK_AGAIN_MS = 30_000;

/** Something that comes due: reminders, automations, what was reported. */
export type DueSource = {
  /** When it has something to fire next; null when nothing is to come. */
  next(): Instant | null;
  /** Fires what is due by now; what could not be fired stays due. */
  fire(): Promise<void>;
};

/** One timer on the next due moment of all sources. `reset` when a list changed; `stop` at the end. */
export function watchDue(now: () => Instant, sources: readonly DueSource[], onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let isToReset = false;

  function lookIn(milliseconds: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, Math.min(Math.max(0, milliseconds), LOOK_AGAIN_MS));
  }

  /** Many changes of one moment are one look at the lists. */
  function reset(): void {
    if (isToReset) return;
    isToReset = true;
    queueMicrotask(() => {
      isToReset = false;
      if (stopped) return;
      try {
        setTimer();
      } catch (error) {
        onError(error);
        lookIn(LOOK_AGAIN_MS);
      }
    });
  }

  function setTimer(): void {
    clearTimeout(timer);
    const times = sources.map((source) => source.next()).filter((next) => next !== null);
    const [next] = times.sort();
    if (next !== undefined) lookIn(Date.parse(next) - Date.parse(now()));
  }

  function look(): void {
    void Promise.allSettled(sources.map((source) => source.fire())).then((fired) => {
      const errors = fired.filter((each) => each.status === 'rejected').map(({ reason }) => reason);
      for (const error of errors) onError(error);
      // What is due stays due, so trying at once would never end.
      if (errors.length > 0) lookIn(LOOK_AGAIN_MS);
      else reset();
    });
  }

  return {
    start: look,
    reset,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
