/** Calls a loader again and again on demand, never twice at once and never in a flood. */
export type Refresher = {
  /** Loads now, or once more as soon as the load that is under way has ended. */
  refresh(): void;
  /** After this, nothing is told any more. */
  stop(): void;
};

/** Milliseconds between two loads in a row, so that a burst of events costs two loads and not two hundred. */
const REST = 40;

export function startRefresher<T>(
  load: () => Promise<T>,
  tell: { readonly value: (value: T) => void; readonly error: (error: unknown) => void },
): Refresher {
  let stopped = false;
  let loading = false;
  let again = false;

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

  return {
    refresh() {
      if (loading) again = true;
      else if (!stopped) void run();
    },
    stop() {
      stopped = true;
    },
  };
}
