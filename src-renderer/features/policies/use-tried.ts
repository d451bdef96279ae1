import { useEffect, useEffectEvent, useState } from 'react';

/**
 * What trying something out came to, once it has stayed as it is for `rest` milliseconds; null until that is known, and
 * where there is nothing to try. What can't be tried yet has nothing to show; why is said when it is to be saved.
 */
export function useTried<Wanted, T>(
  wanted: Wanted | null,
  rest: number,
  tryOut: (wanted: Wanted, signal: AbortSignal) => Promise<T | null>,
): T | null {
  const [tried, setTried] = useState<T | null>(null);
  const key = wanted === null ? '' : JSON.stringify(wanted);
  const tryIt = useEffectEvent(async (signal: AbortSignal) => (wanted === null ? null : tryOut(wanted, signal)));
  useEffect(() => {
    if (key === '') {
      setTried(null);
      return;
    }
    const ended = new AbortController();
    const tell = (now: T | null) => {
      if (!ended.signal.aborted) setTried(now);
    };
    const timer = setTimeout(() => void tryIt(ended.signal).then(tell, () => tell(null)), rest);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [key, rest]);
  return tried;
}
