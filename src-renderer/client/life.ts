/** Which life the page shows: the person's own, or the one with made-up accounts that they rehearse in. */
export type Life = 'own' | 'practice';

const NAME = 'life';

/** It stands in the address, so that a page is about one of the two from its first byte on and never changes over. */
export const lifeOf = (search: string): Life =>
  new URLSearchParams(search).get(NAME) === 'practice' ? 'practice' : 'own';

/** Where the other life begins: a page loaded anew, which shares nothing with this one. */
export const hrefOfLife = (life: Life, pathname: string): string =>
  life === 'practice' ? `${pathname}?${NAME}=practice#/` : `${pathname}#/`;
