import { z } from 'zod';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineHappening, type ReportedHappening, type Watching } from '#connectors/sdk/happening.ts';

/** A connector at an account that reports what a test lets arrive, as one for mail will. */
export type PostOffice = {
  readonly connector: Connector;
  /** Resolves once it is on disk, or is known to be none of its happenings. */
  arrive(itemId: string, fields: Readonly<Record<string, string>>, kind?: string): Promise<void>;
};

export function createPostOffice(lives: Connector['lives'] = 'account'): PostOffice {
  let watching: Watching | undefined;
  const connector = defineConnector({
    provider: 'post-office',
    title: 'Post office',
    says: 'Tells of letters.',
    lives,
    actions: [],
    files: [],
    happenings: [
      defineHappening({
        kind: 'letter-arrived',
        says: 'a letter arrives',
        fields: z.object({ from: z.string(), subject: z.string() }),
        labels: { from: 'Sender', subject: 'Subject' },
      }),
    ],
    watch(given) {
      watching = given;
    },
  });
  return {
    connector,
    async arrive(itemId, fields, kind = 'letter-arrived') {
      const letter: ReportedHappening = { kind, itemId, fields, at: '2026-11-24T09:00:00.000Z' };
      await watching?.report(letter);
    },
  };
}
