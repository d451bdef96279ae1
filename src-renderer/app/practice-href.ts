import { hrefOfLife, lifeOf } from '#renderer/client/life.ts';

/** Where the practice life is; null while it is the one that is shown. */
export const practiceHref = (): string | null =>
  lifeOf(window.location.search) === 'practice' ? null : hrefOfLife('practice', window.location.pathname);
