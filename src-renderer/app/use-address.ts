import { useMemo, useSyncExternalStore } from 'react';
import { type Address, addressOf } from '#renderer/client/address.ts';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** Where the person is now. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => addressOf(hash), [hash]);
}
