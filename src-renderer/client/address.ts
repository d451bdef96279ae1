/** Where the person is, as the part of the address after `#`. */
export type Address =
  | { readonly screen: 'home' }
  | { readonly screen: 'run'; readonly runId: string }
  /** `cardId`: the card that the person was led to. */
  | { readonly screen: 'approvals'; readonly cardId?: string }
  | Plain<(typeof screens)[number]>;

/** One kind of address for each screen, so that they can be told apart. */
type Plain<Name> = Name extends string ? { readonly screen: Name } : never;

const screens = ['automations', 'timeline', 'insights', 'integrations', 'policies', 'memory', 'welcome'] as const;

export function hrefOf(address: Address): string {
  switch (address.screen) {
    case 'home':
      return '#/';
    case 'run':
      return `#/runs/${encodeURIComponent(address.runId)}`;
    case 'approvals':
      return address.cardId === undefined ? '#/approvals' : `#/approvals/${encodeURIComponent(address.cardId)}`;
    default:
      return `#/${address.screen}`;
  }
}

/** Anything that is not a known place leads home. */
export function addressOf(hash: string): Address {
  const [first = '', second = ''] = hash.replace(/^#\/?/, '').split('/');
  if (first === 'runs' && second !== '') return { screen: 'run', runId: decode(second) };
  if (first === 'approvals') return second === '' ? { screen: first } : { screen: first, cardId: decode(second) };
  const screen = screens.find((name) => name === first);
  return { screen: screen ?? 'home' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
