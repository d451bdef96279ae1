import { useEffect, useState } from 'react';
import type { WritingNews } from '#contract/model/text-under-way.ts';
import type { Api } from '#renderer/client/api.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { troubleOf } from '#renderer/client/trouble.ts';

type News = Extract<WritingNews, { readonly kind: 'text' }>;

/** What a model is writing for a run, as far as it has come. */
export type TextUnderWay = Pick<News, 'id' | 'what' | 'stepId' | 'about'> & { readonly text: string };

const none: readonly TextUnderWay[] = [];
/** Milliseconds before a broken stream is taken up again. */
const WAIT = 1000;

/** Follows what is being written for a run, while `isOn`; a stream that breaks begins again with all that there is. */
export function useWriting(runId: string, isOn: boolean): readonly TextUnderWay[] {
  const api = useApi();
  const [texts, setTexts] = useState(none);
  useEffect(() => {
    if (!isOn) return;
    const leaving = new AbortController();
    void follow(api, runId, leaving.signal, setTexts);
    return () => leaving.abort();
  }, [api, runId, isOn]);
  return isOn ? texts : none;
}

async function follow(
  api: Api,
  id: string,
  signal: AbortSignal,
  tell: (texts: readonly TextUnderWay[]) => void,
): Promise<void> {
  while (!signal.aborted) {
    let texts = none;
    tell(texts);
    try {
      for await (const news of await api.writing.live({ id }, { signal })) {
        texts = withNews(texts, news);
        if (!signal.aborted) tell(texts);
      }
    } catch (error) {
      // Nothing is lost by it: the run itself is followed elsewhere, and says when the app is away.
      if (troubleOf(error).kind === 'signed-out') return;
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, WAIT));
  }
}

/** The texts after one piece of news, in the order in which they were begun. */
export function withNews(texts: readonly TextUnderWay[], news: WritingNews): readonly TextUnderWay[] {
  const before = texts.find(({ id }) => id === news.id);
  if (news.kind === 'ended') return texts.filter((text) => text !== before);
  const { id, what, stepId, about, keep, add } = news;
  const after = { id, what, stepId, about, text: (before?.text ?? '').slice(0, keep) + add };
  return before === undefined ? [...texts, after] : texts.map((text) => (text === before ? after : text));
}
