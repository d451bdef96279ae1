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
import { sayAll } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
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
  label: t`Calendar`,
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
    label: t`Calendar`,
    says: t`See, put in, change and delete events of your calendars. Not who else may see them, and no settings.`,
    scopes: [scopes.calendar],
    apis: [calendar],
  },
  {
    name: 'gmail',
    label: 'Gmail',
    says: t`Read and sort your email, write drafts, and send what you said yes to. Google lets nothing be deleted for good with it.`,
    scopes: [scopes.gmail],
    apis: [gmail],
  },
  {
    name: 'docs',
    label: 'Docs',
    says: t`Write documents, and read and add to those that were made from here. None of your other files can be seen with it.`,
    scopes: [scopes.docs],
    apis: [docs, drive],
  },
];

const switchOnAt = ({ id }: Api): string => `${CONSOLE}/apis/library/${id}`;

const signIn: SignInDefinition = {
  guide: [
    { says: t`Open Google’s console and make a project. Any name will do.`, link: `${CONSOLE}/projectcreate` },
    { says: t`Switch on the Google Calendar API.`, link: switchOnAt(calendar) },
    { says: t`Switch on the Gmail API, if you want to use it.`, link: switchOnAt(gmail) },
    { says: t`Switch on the Google Docs API, if you want to use Docs.`, link: switchOnAt(docs) },
    { says: t`For Docs switch on the Google Drive API as well, in which documents lie.`, link: switchOnAt(drive) },
    {
      says: t`Under “Audience”, choose “External” and put your own address under “Test users”. While it says “Testing”, Google ends your sign-in after 7 days; “Publish app” keeps it, and needs no review for yourself.`,
      link: `${CONSOLE}/auth/audience`,
    },
    {
      says: t`Under “Clients”, make a client of the type “Desktop app”, download its file, and choose that file here.`,
      link: `${CONSOLE}/auth/clients`,
    },
  ],
  parts,
  client: readClient,
  server: serverOf,
  // Without these Google gives no refresh token the second time, and takes away what was allowed before.
  parameters: { access_type: 'offline', prompt: 'consent', include_granted_scopes: 'true' },
  saysEnding: t`Your Google project is in testing, so Google ends this sign-in after 7 days. Sign in again, or publish the app in Google’s console to keep it.`,
  takeBackAt: 'myaccount.google.com/connections',
};

/** A Google account, by a client of the person's own: nobody else's program stands between them and Google. */
export const account: AccountDefinition = {
  help: t`Google wants every program to have a client of its own. You make yours once, in about five minutes; it belongs to you alone.`,
  staysBehind: t`Your events and emails stay at Google, those that were made from here too. Google is told to take the access back, and the keys are taken out of this computer. Your client stays in your Google project.`,
  fields: [
    defineField({
      name: 'clientFile',
      label: t`The file of your client`,
      kind: 'file',
      help: t`It is called client_secret_….json. It is read on this computer and not kept.`,
    }),
    defineField({
      name: 'clientId',
      label: t`Client ID`,
      kind: 'text',
      help: t`It ends with .apps.googleusercontent.com.`,
    }),
    defineField({ name: 'clientSecret', label: t`Client secret`, kind: 'secret', help: t`It starts with GOCSPX-.` }),
  ],
  nameOf: ({ address = '' }) => address || t`your Google account`,
  signIn,
  async test(who, reach): Promise<Attempt<{ says: string; settings?: AccountValues }>> {
    const session = await openGoogle(who, reach);
    if (!session.ok) {
      return session.failure.kind === 'needs-reconnect'
        ? troubled('not-allowed', t`Google has ended this sign-in. Sign in again.`)
        : session.failure.kind === 'secrets-closed'
          ? troubled('secrets-closed', session.failure.because)
          : troubled('unreachable', t`Google could not be reached.`);
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
    const works = t`It works: ${sayAll(allowed.map(({ label }) => label))}.`;
    const left = parts.filter((part) => !allowed.includes(part)).map(({ label }) => label);
    const says = left.length === 0 ? works : `${works} ${t`You have not allowed ${sayAll(left)}.`}`;
    return attempted({ says, settings: { address } });
  },
};

/** Each of the usual mistakes with the one thing that helps. */
function tell(api: Api, { failure, reason, status }: GoogleFailure): Attempt<never> {
  const { label } = api;
  if (reason === 'SERVICE_DISABLED' || reason === 'accessNotConfigured') {
    return troubled(
      'not-switched-on',
      t`The API for ${label} is not switched on in your Google project. Switch it on at ${switchOnAt(api)}, wait a minute, then try again.`,
    );
  }
  switch (failure.kind) {
    case 'needs-reconnect':
      return status === 403
        ? troubled('not-allowed', t`You did not allow ${label} at Google. Sign in again and leave its box ticked.`)
        : troubled('not-allowed', t`Google has ended this sign-in. Sign in again.`);
    case 'rate-limited':
      return troubled('too-many-tries', t`Google asks to wait a moment. Try again in a few minutes.`);
    case 'unreachable':
      return troubled('unreachable', t`Google could not be reached. Check the connection, then try again.`);
    default:
      return troubled('unusable', t`Google did not let ${label} be used. Sign in again with another account.`);
  }
}
