import { attempted } from '#connectors/sdk/account.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';
import { bankConnector } from '#main/practice/bank/connector.ts';
import { jobsConnector } from '#main/practice/jobs/connector.ts';

const MADE_UP = t`This account is made up. There is nothing to sign in to.`;

/** What lives on this computer, outside folders of the person's own, what has a made-up account, a bank, a job board. Nothing else. */
export function practiceConnectors(shipped: readonly Connector[]): readonly Connector[] {
  const usable = shipped.filter(
    ({ lives, folders, practice }) => (lives === 'computer' && !folders) || practice !== undefined,
  );
  return [...usable.map(withMadeUpAccount), bankConnector, jobsConnector];
}

/** Its form asks for nothing, so that nobody types a real password into it, and signing in to it reaches nobody. */
function withMadeUpAccount(connector: Connector): Connector {
  const { account, practice } = connector;
  if (!account || !practice) return connector;
  const fields = account.fields
    .filter(({ kind }) => kind !== 'secret')
    .map((field) => ({ ...field, when: 'found' as const }));
  return {
    ...connector,
    account: {
      nameOf: account.nameOf,
      help: MADE_UP,
      fields,
      staysBehind: t`It is made up, so nothing stays anywhere.`,
      find: async () => attempted({ settings: practice.settings, says: MADE_UP }),
      test: async () => attempted({ says: MADE_UP }),
    },
  };
}
