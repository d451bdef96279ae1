import type { Page } from '#connectors/notion/pages.ts';
import { t } from '#contract/language/t.ts';
import type { Effect } from '#contract/model/effect.ts';

/** Who sees what is written on a page: whoever may open it, or anybody where it is published on the web. */
export const reachOf = ({ title, isPublic }: Pick<Page, 'title' | 'isPublic'>): Effect => ({
  kind: isPublic ? 'post' : 'message',
  audience: isPublic ? 'public' : 'known',
  recipients: [title],
  reversible: 'yes',
});

export const sayReach = (isPublic: boolean): string =>
  isPublic ? t`which anybody on the web can read` : t`which whoever may open it can read`;
