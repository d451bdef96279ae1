import { z } from 'zod';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { warningIn } from '#connectors/sdk/outside-text/look-alike.ts';
import { t } from '#contract/language/t.ts';
import { LinkSchema } from '#contract/model/link.ts';
import { succeed } from '#contract/model/result.ts';

/** Hands an address to the person's browser. */
export type OpenLink = (link: string) => void;

/**
 * Opening an address is something that is done: whoever stands behind it sees that somebody came, and what was put into
 * the address. So it is typed as such, can't be taken back, and always needs the person.
 */
export const openLinkConnector = (openLink: OpenLink): Connector =>
  defineConnector({
    provider: 'web',
    title: t`Web`,
    says: t`Opens an address in your browser, once you have said yes to it.`,
    lives: 'computer',
    files: [],
    actions: [
      defineAction({
        name: 'web.open-link',
        title: t`Open a link`,
        input: z.strictObject({ link: LinkSchema }),
        output: z.object({ link: z.string() }),
        risk: 'L1',
        scopes: [],
        delivery: 'needs-a-check',
        labels: { link: t`Address` },
        effect: () => ({ kind: 'visit', audience: 'stranger', recipients: [], reversible: 'no' }),
        describe: ({ link }) => ({
          title: t`Open ${new URL(link).host} in your browser${warningIn(new URL(link).hostname)}`,
          differences: [],
          undo: t`This can’t be taken back: the page sees that somebody came.`,
        }),
        report: ({ link }) => ({ says: t`${new URL(link).host} is open in your browser.`, lines: [] }),
        async run({ link }, { mode }) {
          if (mode === 'execute') openLink(link);
          return succeed({ link });
        },
      }),
    ],
  });
