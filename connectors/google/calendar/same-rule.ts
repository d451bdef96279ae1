/** Whether two rules of repetition say the same, in whatever order. */
export const isSameRule = (one: string, other: string): boolean => plain(one) === plain(other);

/** A week begins on Monday unless it is said otherwise (RFC 5545), and every so often is every one. */
const unsaid = new Set(['WKST=MO', 'INTERVAL=1']);

const plain = (rule: string): string =>
  rule
    .toUpperCase()
    .split(';')
    .map((part) => {
      const [name = '', value = ''] = part.trim().split('=');
      return `${name}=${value.split(',').sort().join()}`;
    })
    .filter((part) => part !== '=' && !unsaid.has(part))
    .sort()
    .join(';');
