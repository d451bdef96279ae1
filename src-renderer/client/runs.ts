import { useEffect } from 'react';
import { create } from 'zustand';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { Api } from '#renderer/client/api.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { onEvent, onReturn } from '#renderer/client/live-events.ts';
import { type Refresher, startRefresher } from '#renderer/client/refresher.ts';
import { type Trouble, troubleOf } from '#renderer/client/trouble.ts';

type RunEntry = { readonly detail: RunDetail | null; readonly trouble: Trouble | null };

const empty: RunEntry = { detail: null, trouble: null };

const useRuns = create<Readonly<Record<string, RunEntry>>>()(() => ({}));

const watched = new Map<string, { watchers: number; refresher: Refresher; off: () => void }>();

/** Puts in what a request has just answered with, so that the screen does not wait for the event. */
export function putRun(detail: RunDetail): void {
  useRuns.setState({ [detail.id]: { detail, trouble: null } });
}

/** One run, kept fresh for as long as something on the screen shows it; however many show it, it is read once. */
export function useRun(id: string): RunEntry {
  const api = useApi();
  useEffect(() => watch(api, id), [api, id]);
  return useRuns((runs) => runs[id] ?? empty);
}

function watch(api: Api, id: string): () => void {
  const entry = watched.get(id) ?? startWatching(api, id);
  entry.watchers += 1;
  return () => {
    entry.watchers -= 1;
    if (entry.watchers > 0) return;
    entry.off();
    watched.delete(id);
  };
}

function startWatching(api: Api, id: string) {
  const refresher = startRefresher(() => api.workflows.get({ id }), {
    value: putRun,
    error: (error) =>
      useRuns.setState((runs) => ({ [id]: { detail: runs[id]?.detail ?? null, trouble: troubleOf(error) } })),
  });
  // A pause of any width holds it as well, and is no event of its own.
  const offEvent = onEvent(({ runId, body }) => {
    if (runId === id || body.kind.startsWith('pause.')) refresher.refresh();
  });
  const offReturn = onReturn(refresher.refresh);
  const off = () => {
    offEvent();
    offReturn();
    refresher.stop();
  };
  const entry = { watchers: 0, refresher, off };
  watched.set(id, entry);
  refresher.refresh();
  return entry;
}
