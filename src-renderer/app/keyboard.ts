import { useEffect, useState } from 'react';
import { addressOf, hrefOf } from '#renderer/client/address.ts';

/** Ctrl or Cmd with K calls for the ask box from anywhere; counts the calls. */
export function useAskCalls(): number {
  const [calls, setCalls] = useState(0);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      const { screen } = addressOf(window.location.hash);
      if (screen !== 'home' && screen !== 'run') window.location.hash = hrefOf({ screen: 'home' });
      setCalls((before) => before + 1);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return calls;
}
