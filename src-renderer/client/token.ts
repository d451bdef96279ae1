const KEY = 'life-os.token';

type Address = Pick<Location, 'hash' | 'pathname' | 'search'>;
type Past = Pick<History, 'replaceState'>;
type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The token of this session. It comes once in the address (`#token=…`), is kept for as long as the tab
 * lives, and is taken out of the address so that it is neither bookmarked nor shown. Null: there is none.
 */
export function takeToken(address: Address, past: Past, keep: Keep): string | null {
  const token = new URLSearchParams(address.hash.replace(/^#\/?/, '')).get('token');
  if (token === null || token === '') return keep.getItem(KEY);
  keep.setItem(KEY, token);
  past.replaceState(null, '', `${address.pathname}${address.search}#/`);
  return token;
}

/** Forgets a token that no longer opens anything. */
export function dropToken(keep: Keep): void {
  keep.removeItem(KEY);
}
