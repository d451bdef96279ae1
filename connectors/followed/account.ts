import { countEvents, fetchCalendar, nameOfCalendar } from '#connectors/followed/fetch-calendar.ts';
import { readLinks } from '#connectors/followed/link.ts';
import { type AccountDefinition, type Attempt, attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayAll } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';

/** Calendars behind links. A link that keeps a calendar private is as good as a password, and is kept like one. */
export const account: AccountDefinition = {
  help: t`Paste the address that a calendar is given out under (webcal or https, often ending in .ics). Several go one after the other, with a space between them.`,
  staysBehind: t`The calendars stay where they are. The links are taken out of this computer; what was last read stays in the folder of your data and is used no more.`,
  fields: [
    defineField({ name: 'name', label: t`What you call them`, kind: 'text' }),
    defineField({
      name: 'links',
      label: t`Links to calendars`,
      kind: 'secret',
      help: t`Whoever has such a link can read the calendar, so it is kept like a password.`,
    }),
  ],
  nameOf: ({ name = '' }) => name,
  async test({ secret }, reach): Promise<Attempt<{ says: string }>> {
    const typed = await secret('links');
    if (!typed.ok) return troubled('secrets-closed', t`The links can’t be read from where they are kept.`);
    const read = readLinks(typed.value);
    if (!read.ok) return troubled('settings', read.says, 'links');
    const found: string[] = [];
    for (const link of read.links) {
      const fetched = await fetchCalendar(link, null, reach);
      if (!fetched.ok) return troubled(reasonOf(fetched.failure), sayTrouble(fetched.failure, link.host), 'links');
      const { text } = fetched.value;
      const count = countEvents(text ?? '');
      const name = quote(nameOfCalendar(text ?? '', link));
      found.push(count === 1 ? t`${name} with 1 entry` : t`${name} with ${count} entries`);
    }
    return attempted({ says: t`It works: ${sayAll(found)}.` });
  },
};

const reasonOf = ({ kind }: Failure) =>
  kind === 'unreachable' ? 'unreachable' : kind === 'rate-limited' ? 'too-many-tries' : 'unusable';

function sayTrouble(failure: Failure, host: string): string {
  switch (failure.kind) {
    case 'needs-reconnect':
      return t`${host} gives nothing out under this link any more. Copy the link anew.`;
    case 'rate-limited':
      return t`${host} is turning everyone away for a moment. Try again in a few minutes.`;
    case 'unreadable':
      return failure.because;
    default:
      return t`Couldn’t reach ${host}. Check the link.`;
  }
}
