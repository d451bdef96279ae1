import { useEffect, useState } from 'react';
import { useApi } from '#renderer/client/api-context.ts';
import { understoodWords } from '#renderer/words/understanding.ts';

/** Between two keystrokes nothing is asked; a pause as short as this is seen as at once. */
const PAUSE_MS = 150;

/** What is understood of a sentence while it is typed, in a few words; null where nothing is, or nothing answers. */
export function useUnderstood(draft: string): string | null {
  const api = useApi();
  const [said, setSaid] = useState<string | null>(null);
  const text = draft.trim();
  useEffect(() => {
    if (text === '') {
      setSaid(null);
      return;
    }
    let isStale = false;
    const asking = setTimeout(async () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      // It only helps while typing; a sentence is sent without it as well.
      const understood = await api.understand.read({ text, timeZone }).catch(() => null);
      if (!isStale) setSaid(understood === null ? null : understoodWords(understood));
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(asking);
    };
  }, [api, text]);
  return said;
}
