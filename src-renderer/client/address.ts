/** Where the person is, as the part of the address after `#`. */
export type Address =
  | { readonly screen: 'home' }
  | { readonly screen: 'run'; readonly runId: string }
  | { readonly screen: 'approvals' | 'automations' | 'timeline' | 'integrations' | 'policies' | 'memory' };

const screens = ['approvals', 'automations', 'timeline', 'integrations', 'policies', 'memory'] as const;

export function hrefOf(address: Address): string {
  switch (address.screen) {
    case 'home':
      return '#/';
    case 'run':
      return `#/runs/${encodeURIComponent(address.runId)}`;
    case 'approvals':
    case 'automations':
    case 'timeline':
    case 'integrations':
    case 'policies':
    case 'memory':
      return `#/${address.screen}`;
  }
}

/** Anything that is not a known place leads home. */
export function addressOf(hash: string): Address {
  const [first = '', second = ''] = hash.replace(/^#\/?/, '').split('/');
  if (first === 'runs' && second !== '') return { screen: 'run', runId: decode(second) };
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
