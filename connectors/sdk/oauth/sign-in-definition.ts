import type { AccountTrouble, AccountValues } from '#contract/model/account.ts';

/** Where a service signs people in, in the words of RFC 8414. */
export type OAuthServer = {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly revocation_endpoint?: string;
  /** Then every answer names who it is from, and one that does not is turned away (RFC 9207). */
  readonly authorization_response_iss_parameter_supported?: boolean;
};

/** One thing that the person can allow or leave out. */
export type SignInPart = {
  readonly name: string;
  readonly label: string;
  /** One plain sentence of what is allowed by it, and what is not. */
  readonly says: string;
  readonly scopes: readonly string[];
};

/** Expected, as an `Attempt` is: the sentence is the person's to read. */
type TakenClient =
  | { readonly ok: true; readonly value: { readonly settings: AccountValues; readonly clientSecret: string } }
  | { readonly ok: false; readonly trouble: AccountTrouble };

/** How an account is signed in to in the person's own browser (OAuth 2 for desktop programs, RFC 8252). */
export type SignInDefinition = {
  /** How the person comes by what the form asks for, step by step. */
  readonly guide: readonly { readonly says: string; readonly link: string | null }[];
  readonly parts: readonly SignInPart[];
  /** Takes the client out of what was typed. The settings hold `clientId`; the secret may be missing. */
  client(typed: AccountValues): TakenClient;
  /** Where the account is signed in to. From the service's own addresses, or this computer's in a trial. */
  server(settings: AccountValues): OAuthServer;
  /** What this service wants to be asked beside what the protocol says. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Why the service lets a sign-in end by itself where it says when, and what the person can do about it. */
  readonly saysEnding: string;
  /** Where the person takes the access back by hand. */
  readonly takeBackAt: string;
};

/** What of the parts is allowed, by the scopes that were granted. */
export const grantedParts = (
  { parts }: Pick<SignInDefinition, 'parts'>,
  granted: readonly string[],
): readonly SignInPart[] => parts.filter(({ scopes }) => scopes.every((scope) => granted.includes(scope)));

/** The scopes that an account was granted, as its settings keep them. */
export const scopesOf = (settings: AccountValues): readonly string[] =>
  (settings.scope ?? '').split(' ').filter((scope) => scope !== '');
