import type { Folder, View } from '#connectors/sdk/action.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { OwnText } from '#connectors/sdk/own-text.ts';

/** What is written on this computer by one connector, as it stands now. */
export type OwnDocuments = { readonly provider: string; texts(): Promise<readonly OwnText[]> };

type Around = {
  isConnected(provider: string): boolean;
  folderOf(provider: string): Folder;
  view(): View;
};

/** Of every connector that has texts of the person's; of one that is switched off there are none. */
export const ownDocuments = (connectors: readonly Connector[], around: Around): readonly OwnDocuments[] =>
  connectors.flatMap(({ provider, texts }) =>
    texts === undefined
      ? []
      : [
          {
            provider,
            texts: async () =>
              around.isConnected(provider) ? texts({ folder: around.folderOf(provider), view: around.view() }) : [],
          },
        ],
  );
