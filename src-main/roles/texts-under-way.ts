import type { StepId } from '#contract/model/plan.ts';
import type { WritingKind, WritingNews } from '#contract/model/text-under-way.ts';

export type WrittenFor = {
  readonly runId: string;
  readonly stepId: StepId | null;
  readonly what: WritingKind;
  /** The part of the person's words that it is written for; empty where the step says it. */
  readonly about: string;
};

type UnderWay = WrittenFor & { readonly id: string; readonly stopping: AbortController; text: string };

/** The handle of who writes. */
export type Writing = {
  /** Aborted when the person stops it. */
  readonly signal: AbortSignal;
  /** All of it so far, each time. */
  tell(text: string): void;
  end(): void;
};

/**
 * What models are writing at this moment, for whoever looks on. It is in memory alone: a text that nobody has checked
 * has no place in the log, and what becomes of it is told there.
 */
export type TextsUnderWay = {
  begin(of: WrittenFor): Writing;
  /** What is stopped; null when it is not under way any more. */
  stop(runId: string, id: string): WritingKind | null;
  /** What has come so far at once, and then each change; many of them at once when the listener is slow. */
  live(runId: string, signal: AbortSignal | undefined): AsyncGenerator<WritingNews>;
};

export function createTextsUnderWay(newId: () => string): TextsUnderWay {
  const underWay = new Map<string, UnderWay>();
  const listeners = new Set<() => void>();
  const announce = () => {
    for (const listener of listeners) listener();
  };

  /** What has changed for a run since this was told of it. */
  function newsSince(runId: string, toldOf: Map<string, string>): WritingNews[] {
    const news: WritingNews[] = [];
    for (const id of toldOf.keys()) {
      if (underWay.has(id)) continue;
      toldOf.delete(id);
      news.push({ kind: 'ended', id });
    }
    for (const writing of underWay.values()) {
      const { id, text, what, stepId, about } = writing;
      const told = toldOf.get(id);
      if (writing.runId !== runId || told === text) continue;
      const keep = told === undefined ? 0 : lengthInCommon(told, text);
      toldOf.set(id, text);
      news.push({ kind: 'text', id, what, stepId, about, keep, add: text.slice(keep) });
    }
    return news;
  }

  return {
    begin(of) {
      const writing: UnderWay = { ...of, id: newId(), stopping: new AbortController(), text: '' };
      underWay.set(writing.id, writing);
      announce();
      return {
        signal: writing.stopping.signal,
        tell(text) {
          writing.text = text;
          announce();
        },
        end() {
          underWay.delete(writing.id);
          announce();
        },
      };
    },
    stop(runId, id) {
      const writing = underWay.get(id);
      if (writing?.runId !== runId || writing.stopping.signal.aborted) return null;
      writing.stopping.abort();
      return writing.what;
    },
    async *live(runId, signal) {
      const toldOf = new Map<string, string>();
      let wake = () => {};
      const listener = () => wake();
      listeners.add(listener);
      signal?.addEventListener('abort', listener);
      try {
        while (!signal?.aborted) {
          const announced = new Promise<void>((resolve) => {
            wake = resolve;
          });
          const news = newsSince(runId, toldOf);
          yield* news;
          if (news.length === 0 && !signal?.aborted) await announced;
        }
      } finally {
        listeners.delete(listener);
        signal?.removeEventListener('abort', listener);
      }
    },
  };
}

function lengthInCommon(one: string, other: string): number {
  if (other.startsWith(one)) return one.length;
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}
