import { CALENDAR } from '#connectors/google/calendar/calendar-memory.ts';
import type { GoogleFailure } from '#connectors/google/google-failure.ts';
import { failureIn, type GoogleSession, openGoogle } from '#connectors/google/google-session.ts';
import { readClient, scopes, serverOf } from '#connectors/google/google-settings.ts';
import { type AccountDefinition, type Attempt, attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import {
  grantedParts,
  type SignInDefinition,
  type SignInPart,
  scopesOf,
} from '#connectors/sdk/oauth/sign-in-definition.ts';
import type { AccountValues } from '#contract/model/account.ts';

const CONSOLE = 'https://console.cloud.google.com';

/** One of Google's APIs: how it is tried without changing anything, and where it is switched on. */
type Api = {
  readonly label: string;
  readonly id: string;
  /** The account's address, where this API tells it. */
  probe(session: GoogleSession): Promise<string | null>;
};
type Part = SignInPart & { readonly apis: readonly Api[] };

const calendar: Api = {
  label: 'Calendar',
  id: 'calendar-json.googleapis.com',
  async probe(session) {
    const { data } = await (await session.calendar()).events.list({ calendarId: CALENDAR, maxResults: 1 });
    return data.summary?.includes('@') ? data.summary : null;
  },
};
const gmail: Api = {
  label: 'Gmail',
  id: 'gmail.googleapis.com',
  async probe(session) {
    const { data } = await (await session.gmail()).users.getProfile({ userId: 'me' });
    return data.emailAddress ?? null;
  },
};
const docs: Api = {
  label: 'Docs',
  id: 'docs.googleapis.com',
  async probe(session) {
    // A document that is not there: that is said only where the API is switched on.
    await (await session.docs()).documents.get({ documentId: 'none' }).catch((error: unknown) => {
      if (failureIn(error).status !== 404) throw error;
    });
    return null;
  },
};
const drive: Api = {
  label: 'Drive',
  id: 'drive.googleapis.com',
  async probe(session) {
    const { data } = await (await session.drive()).about.get({ fields: 'user(emailAddress)' });
    return data.user?.emailAddress ?? null;
  },
};

const parts: readonly Part[] = [
  {
    name: 'calendar',
    label: 'Calendar',
    says: 'See, put in, change and delete events of your calendars. Not who else may see them, and no settings.',
    scopes: [scopes.calendar],
    apis: [calendar],
  },
  {
    name: 'gmail',
    label: 'Gmail',
    says: 'Read and sort your email, write drafts, and send what you said yes to. Google lets nothing be deleted for good with it.',
    scopes: [scopes.gmail],
    apis: [gmail],
  },
  {
    name: 'docs',
    label: 'Docs',
    says: 'Write documents, and read and add to those that were made from here. None of your other files can be seen with it.',
    scopes: [scopes.docs],
    apis: [docs, drive],
  },
];

const switchOnAt = ({ id }: Api): string => `${CONSOLE}/apis/library/${id}`;

const signIn: SignInDefinition = {
  guide: [
    { says: 'Open Google’s console and make a project. Any name will do.', link: `${CONSOLE}/projectcreate` },
    { says: 'Switch on the Google Calendar API.', link: switchOnAt(calendar) },
    { says: 'Switch on the Gmail API, if you want to use it.', link: switchOnAt(gmail) },
    { says: 'Switch on the Google Docs API, if you want to use Docs.', link: switchOnAt(docs) },
    { says: 'For Docs switch on the Google Drive API as well, in which documents lie.', link: switchOnAt(drive) },
    {
      says: 'Under “Audience”, choose “External” and put your own address under “Test users”. While it says “Testing”, Google ends your sign-in after 7 days; “Publish app” keeps it, and needs no review for yourself.',
      link: `${CONSOLE}/auth/audience`,
    },
    {
      says: 'Under “Clients”, make a client of the type “Desktop app”, download its file, and choose that file here.',
      link: `${CONSOLE}/auth/clients`,
    },
  ],
  parts,
  client: readClient,
  server: serverOf,
  // Without these Google gives no refresh token the second time, and takes away what was allowed before.
  parameters: { access_type: 'offline', prompt: 'consent', include_granted_scopes: 'true' },
  saysEnding:
    'Your Google project is in testing, so Google ends this sign-in after 7 days. Sign in again, or publish the app in Google’s console to keep it.',
  takeBackAt: 'myaccount.google.com/connections',
};

/** A Google account, by a client of the person's own: nobody else's program stands between them and Google. */
export const account: AccountDefinition = {
  help: 'Google wants every program to have a client of its own. You make yours once, in about five minutes; it belongs to you alone.',
  staysBehind:
    'Your events and emails stay at Google, those that were made from here too. Google is told to take the access back, and the keys are taken out of this computer. Your client stays in your Google project.',
  fields: [
    defineField({
      name: 'clientFile',
      label: 'The file of your client',
      kind: 'file',
      help: 'It is called client_secret_….json. It is read on this computer and not kept.',
    }),
    defineField({
      name: 'clientId',
      label: 'Client ID',
      kind: 'text',
      help: 'It ends with .apps.googleusercontent.com.',
    }),
    defineField({ name: 'clientSecret', label: 'Client secret', kind: 'secret', help: 'It starts with GOCSPX-.' }),
  ],
  nameOf: ({ address = '' }) => address || 'your Google account',
  signIn,
  async test(who, reach): Promise<Attempt<{ says: string; settings?: AccountValues }>> {
    const session = await openGoogle(who, reach);
    if (!session.ok) {
      return session.failure.kind === 'needs-reconnect'
        ? troubled('not-allowed', 'Google has ended this sign-in. Sign in again.')
        : session.failure.kind === 'secrets-closed'
          ? troubled('secrets-closed', session.failure.because)
          : troubled('unreachable', 'Google could not be reached.');
    }
    const allowed = grantedParts({ parts }, scopesOf(who.settings)) as readonly Part[];
    let address = who.settings.address ?? '';
    for (const api of allowed.flatMap(({ apis }) => apis)) {
      try {
        address = (await api.probe(session.value)) ?? address;
      } catch (error) {
        return tell(api, failureIn(error));
      }
    }
    const names = new Intl.ListFormat('en-GB').format(allowed.map(({ label }) => label));
    const left = parts.filter((part) => !allowed.includes(part)).map(({ label }) => label);
    const rest = left.length === 0 ? '' : ` You have not allowed ${new Intl.ListFormat('en-GB').format(left)}.`;
    return attempted({ says: `It works: ${names}.${rest}`, settings: { address } });
  },
};

/** Each of the usual mistakes with the one thing that helps. */
function tell(api: Api, { failure, reason, status }: GoogleFailure): Attempt<never> {
  const { label } = api;
  if (reason === 'SERVICE_DISABLED' || reason === 'accessNotConfigured') {
    return troubled(
      'not-switched-on',
      `The API for ${label} is not switched on in your Google project. Switch it on at ${switchOnAt(api)}, wait a minute, then try again.`,
    );
  }
  switch (failure.kind) {
    case 'needs-reconnect':
      return status === 403
        ? troubled('not-allowed', `You did not allow ${label} at Google. Sign in again and leave its box ticked.`)
        : troubled('not-allowed', 'Google has ended this sign-in. Sign in again.');
    case 'rate-limited':
      return troubled('too-many-tries', 'Google asks to wait a moment. Try again in a few minutes.');
    case 'unreachable':
      return troubled('unreachable', 'Google could not be reached. Check the connection, then try again.');
    default:
      return troubled('unusable', `Google did not let ${label} be used. Sign in again with another account.`);
  }
}
