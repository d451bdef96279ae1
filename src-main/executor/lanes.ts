import type { ToolBox } from '#main/executor/tool-box.ts';

/** Calls that are out at the same time, over all connectors. */
const AT_ONCE = 128;

/**
 * How many calls may be out at once, for each connector and over all. Who finds no place waits in the
 * order of priority, then of arrival.
 */
export type Lanes = {
  /** Takes a place if one is free and nobody waits for it. */
  tryEnter(connector: string): boolean;
  /** Resolves with a place. */
  enter(connector: string, priority: number): Promise<void>;
  leave(connector: string): void;
};

type Waiting = { readonly connector: string; readonly priority: number; enter(): void };

export function createLanes(tools: Pick<ToolBox, 'connectors'>): Lanes {
  let known = tools.connectors;
  let limits = limitsOf(known);
  const out = new Map<string, number>();
  let all = 0;
  let waiting: Waiting[] = [];

  /** The person adds and removes some; one that there is no more has nothing to do. */
  function limitOf(connector: string): number {
    if (tools.connectors !== known) {
      known = tools.connectors;
      limits = limitsOf(known);
    }
    return limits.get(connector) ?? usual.account;
  }
  const outAt = (connector: string): number => out.get(connector) ?? 0;
  const hasRoom = (connector: string): boolean => all < AT_ONCE && outAt(connector) < limitOf(connector);

  function take(connector: string): void {
    all += 1;
    out.set(connector, outAt(connector) + 1);
  }

  return {
    tryEnter(connector) {
      const free = hasRoom(connector) && !waiting.some((each) => each.connector === connector);
      if (free) take(connector);
      return free;
    },
    enter(connector, priority) {
      if (this.tryEnter(connector)) return Promise.resolve();
      return new Promise((enter) => {
        const before = waiting.findLastIndex((each) => each.priority >= priority);
        waiting.splice(before + 1, 0, { connector, priority, enter });
      });
    },
    leave(connector) {
      all -= 1;
      out.set(connector, outAt(connector) - 1);
      const next = waiting.find((each) => hasRoom(each.connector));
      if (!next) return;
      waiting = waiting.filter((each) => each !== next);
      take(next.connector);
      next.enter();
    },
  };
}

const limitsOf = (connectors: ToolBox['connectors']): ReadonlyMap<string, number> =>
  new Map(connectors.map(({ provider, atOnce, lives }) => [provider, atOnce ?? usual[lives]]));

/** A service is asked for little at a time; what lives on this computer is limited by the computer. */
const usual = { account: 4, computer: 64 } as const;

/** The places that one transaction takes, which go the way of the transaction. */
export type Places = Pick<Lanes, 'tryEnter' | 'leave'> & {
  /** It is on disk: what was granted and not needed after all is free again. */
  keep(): void;
  /** It was taken back, and so is every place. */
  giveBack(): void;
};

/** `granted` is a place that is held already: it is the first to be used, before anybody who waits. */
export function takePlaces(lanes: Lanes, granted: string | null): Places {
  const taken: string[] = [];
  let unused = granted;
  const leaveUnused = (): void => {
    if (unused !== null) lanes.leave(unused);
    unused = null;
  };
  return {
    tryEnter(connector) {
      const isIn = unused === connector || lanes.tryEnter(connector);
      if (!isIn) return false;
      if (unused === connector) unused = null;
      taken.push(connector);
      return true;
    },
    leave(connector) {
      taken.splice(taken.indexOf(connector), 1);
      lanes.leave(connector);
    },
    keep: leaveUnused,
    giveBack() {
      leaveUnused();
      for (const connector of taken.splice(0)) lanes.leave(connector);
    },
  };
}
