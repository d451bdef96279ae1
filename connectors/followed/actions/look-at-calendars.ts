import { z } from 'zod';
import { countEvents, fetchCalendar, nameOfCalendar } from '#connectors/followed/fetch-calendar.ts';
import { fileOf } from '#connectors/followed/followed-files.ts';
import { readLinks } from '#connectors/followed/link.ts';
import { accountOf } from '#connectors/sdk/account.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { fail, succeed } from '#contract/model/result.ts';

export const lookAtCalendars = defineAction({
  name: 'followed.look-at-calendars',
  title: t`Look at the calendars that you follow`,
  input: z.strictObject({}),
  output: z.object({
    calendars: z.array(z.object({ item: z.string(), name: z.string(), events: z.int().nonnegative() })),
  }),
  outside: ({ calendars }) =>
    calendars.map(({ item, name }, index) => {
      return { path: `/calendars/${index}/name`, item, what: 'page', title: name, by: null } as const;
    }),
  risk: 'L0',
  scopes: [t`read the calendars behind the links that you pasted`],
  delivery: 'exactly-once',
  labels: {},
  effect: () => onlyLooks,
  describe: () => ({
    title: t`Look at the calendars that you follow`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ calendars }) => ({
    says: calendars.length === 1 ? t`You follow one calendar.` : t`You follow ${calendars.length} calendars.`,
    lines: calendars.map(({ name, events }) => `${quote(name)}: ${events === 1 ? t`1 entry` : t`${events} entries`}`),
  }),
  async run(_input, { account, fetch, signal }) {
    const connected = accountOf({ account }, 'followed');
    if (!connected.ok) return connected;
    const typed = await connected.value.secret('links');
    if (!typed.ok) return typed;
    const read = readLinks(typed.value);
    if (!read.ok) return fail({ kind: 'needs-reconnect', provider: 'followed' });
    const calendars: { item: string; name: string; events: number }[] = [];
    for (const link of read.links) {
      const fetched = await fetchCalendar(link, null, { fetch, signal });
      if (!fetched.ok) return fetched;
      const text = fetched.value.text ?? '';
      calendars.push({ item: fileOf(link), name: nameOfCalendar(text, link), events: countEvents(text) });
    }
    return succeed({ calendars });
  },
});
