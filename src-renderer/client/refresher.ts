/** Calls a loader again and again on demand, never twice at once and never in a flood. */
export type Refresher = {
  /** Loads now, or once more as soon as the load that is under way has ended. */
  refresh(): void;
  /** Loads in a moment, once for everything that calls for it until then. */
  refreshSoon(): void;
  /** After this, nothing is told any more. */
  stop(): void;
};

/** Milliseconds between two loads in a row, so that a burst of events costs two loads and not two hundred. */
const REST = 40;
/** What stands beside the thing that the person waits for leaves it the first turn. */
const SOON = 150;

export function startRefresher<T>(
  load: () => Promise<T>,
  tell: { readonly value: (value: T) => void; readonly error: (error: unknown) => void },
): Refresher {
  let stopped = false;
  let loading = false;
  let again = false;
  let soon: ReturnType<typeof setTimeout> | undefined;

  async function run() {
    loading = true;
    do {
      again = false;
      try {
        const value = await load();
        if (!stopped) tell.value(value);
      } catch (error) {
        if (!stopped) tell.error(error);
      }
      if (again && !stopped) await new Promise((resolve) => setTimeout(resolve, REST));
    } while (again && !stopped);
    loading = false;
  }

  function refresh() {
    clearTimeout(soon);
    soon = undefined;
    if (loading) again = true;
    else if (!stopped) void run();
  }

  return {
    refresh,
    refreshSoon() {
      if (!stopped) soon ??= setTimeout(refresh, SOON);
    },
    stop() {
      stopped = true;
      clearTimeout(soon);
    },
  };
}
