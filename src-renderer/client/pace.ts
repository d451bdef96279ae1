import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { ApprovalPace } from '#contract/model/approval-pace.ts';
import type { Api } from '#renderer/client/api.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { onEvent, onReturn } from '#renderer/client/live-events.ts';
import { startRefresher } from '#renderer/client/refresher.ts';
import { useNow } from '#renderer/client/use-now.ts';

type PaceState = {
  readonly pace: ApprovalPace | null;
  /** When the latest reason to slow down was heard of, in milliseconds. */
  readonly slowSince: number;
};

const usePaceState = create<PaceState>()(() => ({ pace: null, slowSince: 0 }));

const MS = 1_000;
let watchers = 0;
let stop = () => {};

/** How often the person is asked, kept fresh for as long as something on the screen needs it. */
export function usePace(): ApprovalPace | null {
  const api = useApi();
  useEffect(() => watch(api), [api]);
  return usePaceState(({ pace }) => pace);
}

export type SlowDown = {
  /** Counted down to 1. */
  readonly left: number;
  /** As many as there were at first. */
  readonly seconds: number;
  readonly says: string;
};

/** Why what stands here can't be approved for a moment yet; null once it can. It begins when it is first shown. */
export function useSlowDown(): SlowDown | null {
  const slow = usePace()?.slowDown ?? null;
  const since = usePaceState(({ slowSince }) => slowSince);
  const [shownAt] = useState(() => Date.now());
  const until = slow === null ? 0 : Math.max(since, shownAt) + slow.seconds * MS;
  const [over, setOver] = useState(0);
  const now = useNow(until > over);
  useEffect(() => {
    if (now >= until) setOver(until);
  }, [now, until]);
  const left = Math.ceil((until - now) / MS);
  return slow === null || left <= 0 || over === until ? null : { ...slow, left: Math.min(left, slow.seconds) };
}

function watch(api: Api): () => void {
  if (watchers === 0) stop = start(api);
  watchers += 1;
  return () => {
    watchers -= 1;
    if (watchers === 0) stop();
  };
}

function start(api: Api): () => void {
  let saidYes = false;
  const refresher = startRefresher(() => api.approvals.pace(), {
    value: (pace) => {
      usePaceState.setState((before) => {
        const anew = saidYes || (before.pace?.slowDown ?? null) === null;
        return { pace, slowSince: anew ? Date.now() : before.slowSince };
      });
      saidYes = false;
    },
    // Nothing waits then: a card can be answered also where its pace can't be told.
    error: () => usePaceState.setState({ pace: null }),
  });
  const offEvent = onEvent(({ body }) => {
    if (!body.kind.startsWith('approval.')) return;
    if (body.kind === 'approval.answered' && body.status === 'approved') saidYes = true;
    refresher.refresh();
  });
  const offReturn = onReturn(refresher.refresh);
  refresher.refresh();
  return () => {
    offEvent();
    offReturn();
    refresher.stop();
  };
}
