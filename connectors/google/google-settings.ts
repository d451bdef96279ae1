import { z } from 'zod';
import { type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import type { OAuthServer } from '#connectors/sdk/oauth/sign-in-definition.ts';
import { t } from '#contract/language/t.ts';
import type { AccountValues } from '#contract/model/account.ts';

const AUTH = 'https://www.googleapis.com/auth';

/** The least that each part needs. */
export const scopes = {
  calendar: `${AUTH}/calendar.events`,
  gmail: `${AUTH}/gmail.modify`,
  docs: `${AUTH}/drive.file`,
} as const;

/** Where Google is; on this computer alone somewhere else, for trials. */
export function serverOf({ server }: AccountValues): OAuthServer {
  if (server === undefined) {
    return {
      issuer: 'https://accounts.google.com',
      authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      token_endpoint: 'https://oauth2.googleapis.com/token',
      revocation_endpoint: 'https://oauth2.googleapis.com/revoke',
    };
  }
  return {
    issuer: server,
    authorization_endpoint: `${server}/o/oauth2/v2/auth`,
    token_endpoint: `${server}/oauth2/token`,
    revocation_endpoint: `${server}/oauth2/revoke`,
  };
}

const ClientSchema = z.object({
  client_id: z.string().min(1).max(500),
  client_secret: z.string().max(500).optional(),
  auth_uri: z.url().optional(),
});
const FileSchema = z.object({ installed: ClientSchema.optional(), web: z.unknown().optional() });

/** The client out of the file that Google gives out for it, or as it was pasted. */
export function readClient(typed: AccountValues): Attempt<{ settings: AccountValues; clientSecret: string }> {
  const [file, id, secret] = ['clientFile', 'clientId', 'clientSecret'].map((name) => (typed[name] ?? '').trim());
  if (file) return readClientFile(file);
  if (!id) return troubled('settings', t`Choose the file of your client, or paste its ID and secret.`, 'clientFile');
  if (!/^[\w.-]+\.apps\.googleusercontent\.com$/.test(id)) {
    return troubled('wrong-client', t`A client ID of Google ends with .apps.googleusercontent.com.`, 'clientId');
  }
  if (!secret) return troubled('settings', t`The client secret is missing. It starts with GOCSPX-.`, 'clientSecret');
  return attempted({ settings: { clientId: id }, clientSecret: secret });
}

function readClientFile(text: string): ReturnType<typeof readClient> {
  const parsed = FileSchema.safeParse(readJson(text));
  if (!parsed.success) {
    return troubled(
      'settings',
      t`This is not the file that Google gives out for a client. It ends with .json.`,
      'clientFile',
    );
  }
  const { installed, web } = parsed.data;
  if (!installed && web !== undefined) {
    return troubled(
      'wrong-client',
      t`This client is of the type “Web application”. Make another one of the type “Desktop app”, and choose its file.`,
      'clientFile',
    );
  }
  if (!installed) {
    return troubled(
      'wrong-client',
      t`This is not the file of a client. Make one of the type “Desktop app”.`,
      'clientFile',
    );
  }
  const { client_id: clientId, client_secret: clientSecret = '', auth_uri: at } = installed;
  if (at === undefined || isGoogle(at)) return attempted({ settings: { clientId }, clientSecret });
  if (isHere(at)) return attempted({ settings: { clientId, server: new URL(at).origin }, clientSecret });
  return troubled('wrong-client', t`This file points to somebody who is not Google. It was not used.`, 'clientFile');
}

const isGoogle = (url: string): boolean => url.startsWith('https://accounts.google.com/');
const isHere = (url: string): boolean => url.startsWith('http://127.0.0.1:');

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export type GoogleSettings = {
  readonly address: string;
  readonly server: string | null;
  readonly scope: readonly string[];
};

export const readGoogleSettings = ({ address = '', server, scope = '' }: AccountValues): GoogleSettings => ({
  address,
  server: server !== undefined && isHere(`${server}/`) ? server : null,
  scope: scope.split(' '),
});
