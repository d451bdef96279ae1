import { z } from 'zod';
import { accountOf, attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { fail, succeed } from '#contract/model/result.ts';

/** A service with one account, whose password can be changed behind our back. */
export type ParcelBox = { readonly connector: Connector; password: string; readonly watched: (string | null)[] };

/** A connector whose account is signed in to: what the life cycle of accounts is tried on. */
export function createParcelBox(password: string): ParcelBox {
  const box: ParcelBox = {
    password,
    watched: [],
    connector: defineConnector({
      provider: 'parcel-box',
      title: 'Parcel box',
      says: 'Knows your parcels.',
      lives: 'account',
      files: [],
      account: {
        help: 'Use the password from the back of your card.',
        staysBehind: 'Your parcels stay where they are.',
        fields: [
          defineField({ name: 'address', label: 'Your email address', kind: 'email' }),
          defineField({ name: 'password', label: 'Password', kind: 'secret' }),
          defineField({ name: 'host', label: 'Server', kind: 'text', when: 'found' }),
        ],
        nameOf: ({ address = '' }) => address,
        async find(typed) {
          const host = typed.address?.split('@')[1] ?? '';
          return attempted({ settings: { ...typed, host }, says: `Your parcels are at ${host}.` });
        },
        async test(account) {
          const secret = await account.secret('password');
          if (!secret.ok) return troubled('secrets-closed', 'The password can’t be read.');
          if (account.settings.host === 'throws.example') throw new Error(`no entry with ${secret.value}`);
          if (secret.value !== box.password) return troubled('wrong-password', 'That is not the password.', 'password');
          return attempted({ says: 'There are 3 parcels.' });
        },
      },
      watch({ account }) {
        box.watched.push(account?.settings.address ?? null);
      },
      actions: [
        defineAction({
          name: 'parcel-box.count',
          title: 'Count parcels',
          input: z.strictObject({}),
          output: z.strictObject({ of: z.string(), parcels: z.array(z.string()) }),
          risk: 'L0',
          scopes: [],
          delivery: 'exactly-once',
          labels: {},
          effect: () => onlyLooks,
          describe: () => ({ title: 'Count your parcels', differences: [], undo: 'Nothing changes.' }),
          report: ({ parcels }) => ({ says: `There are ${parcels.length} parcels.`, lines: [] }),
          outside: ({ parcels }) =>
            parcels.map((item, at) => ({ path: `/parcels/${at}`, item, what: 'answer', title: item, by: null })),
          async run(_input, context) {
            const account = accountOf(context, 'parcel-box');
            if (!account.ok) return account;
            const secret = await account.value.secret('password');
            if (!secret.ok) return secret;
            if (secret.value !== box.password) return fail({ kind: 'needs-reconnect', provider: 'parcel-box' });
            return succeed({ of: account.value.settings.address ?? '', parcels: ['p1', 'p2', 'p3'] });
          },
        }),
      ],
    }),
  };
  return box;
}
