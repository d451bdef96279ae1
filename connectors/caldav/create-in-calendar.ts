import { z } from 'zod';
import { calendarKind } from '#connectors/caldav/calendar-kind.ts';
import { calendarForm } from '#connectors/caldav/calendar-objects.ts';
import { chooseCalendar } from '#connectors/caldav/choose-calendar.ts';
import { overAccount } from '#connectors/caldav/over-account.ts';
import type { Action, Looked, Surroundings } from '#connectors/sdk/action.ts';
import { AddressSchema } from '#connectors/sdk/address.ts';
import type { Invitation } from '#connectors/sdk/calendar/actions/create-event.ts';
import { accountFolder, collectionsOf } from '#connectors/sdk/dav/account-folder.ts';
import { inAccount, type SignedIn } from '#connectors/sdk/dav/in-account.ts';
import type { DavCollection } from '#connectors/sdk/dav/open-dav.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** What decides where an event goes and whom it reaches, of the input of the action. */
const WhereSchema = z.object({ calendar: z.string().nullable(), invite: z.array(z.string()).nullable() });

/**
 * Puts an event into the calendar that was named, or into the one that is set for new events. Whether an invitation is
 * sent is the service's doing: only one that says so (`calendar-auto-schedule`, RFC 6638) sends it.
 */
export function createInCalendar(createEvent: Action): Action {
  const over = overAccount(createEvent);
  const { look } = createEvent;
  return {
    ...over,
    look: (input, surroundings) =>
      inAccount<Looked<Json>>(calendarKind, surroundings, async (signedIn) => {
        const chosen = await choose(signedIn, input, surroundings);
        if (!chosen.ok) return chosen;
        const { place, isNamed } = chosen.value;
        const plain = { ...(input as JsonObject), calendar: null };
        const looked = await look?.(plain, {
          ...surroundings,
          signal: surroundings.signal,
          folder: folderIn(signedIn, surroundings),
        });
        if (!looked?.ok) return looked ?? succeed({ before: null, version: '' });
        const invitation = await invitationFor(signedIn, place, input, surroundings);
        const before = { ...(looked.value.before as JsonObject), calendar: isNamed ? place.name : null, invitation };
        return succeed({ ...looked.value, before });
      }),
    run: (input, context) =>
      inAccount(calendarKind, context, async (signedIn) => {
        const chosen = await choose(signedIn, input, context);
        if (!chosen.ok) return chosen;
        const folder = folderIn(signedIn, context, chosen.value.place);
        return createEvent.run(input, { ...context, signal: context.signal, folder });
      }),
  } satisfies Action;
}

const folderIn = ({ dav, name }: SignedIn, { folder }: Surroundings, newIn?: DavCollection) =>
  accountFolder({ dav, form: calendarForm, account: name, own: folder, newIn });

/** `isNamed`: there is more than one, so that it is told which. */
async function choose(
  { dav, name }: SignedIn,
  input: unknown,
  { account }: Surroundings,
): Promise<Result<{ place: DavCollection; isNamed: boolean }>> {
  const all = await collectionsOf(dav, name);
  const said = WhereSchema.parse(input).calendar;
  const chosen = chooseCalendar(said ?? account?.settings.newEvents ?? null, all);
  return chosen.ok ? succeed({ place: chosen.value, isNamed: said !== null || all.length > 1 }) : chosen;
}

async function invitationFor(
  { dav, settings }: SignedIn,
  place: DavCollection,
  input: unknown,
  { knows }: Surroundings,
): Promise<Invitation | null> {
  const invited = WhereSchema.parse(input).invite ?? [];
  if (invited.length === 0) return null;
  const sends = (await dav.abilities(place)).includes('calendar-auto-schedule');
  const organizer = AddressSchema.safeParse(settings.address).data ?? null;
  const others = invited.filter((address) => foldText(address) !== foldText(organizer ?? ''));
  return { organizer, sends: sends && organizer !== null, audience: others.every(knows) ? 'known' : 'stranger' };
}
