import type { Slots } from '#contract/model/understanding.ts';
import { blanked, type Place } from '#main/understanding/slots/places.ts';
import { readDuration, readShift } from '#main/understanding/slots/read-duration.ts';
import { readItems, readList } from '#main/understanding/slots/read-list.ts';
import { readPeople } from '#main/understanding/slots/read-people.ts';
import { readThing } from '#main/understanding/slots/read-thing.ts';

const CONDITION = /\b((?:only )?(?:if|unless|in case|as long as|provided that) [^.;!?]+)/i;
const DAYS = String.raw`(?:(?:public|bank|school|national) )?holidays?|weekends?|weekdays?|\w+days?|(?:in )?(?:january|february|march|april|may|june|july|august|september|october|november|december)`;
const EXCEPT = new RegExp(
  String.raw`\b(?:except|excluding|but not|apart from|other than)(?: for| on)?(?: the)? ((?:${DAYS})(?:(?:,| and| or) (?:${DAYS}))*)`,
  'i',
);
const SAYING =
  /\b(?:saying|that says|to say|telling (?:him|her|them)|to tell (?:him|her|them)|asking (?:if|for|him|her|them)|that|about|:)\s+(?:that\s+)?(.+)$/i;
const PLACE = /\b(?:at|in) (?:the )?((?:[A-Z][\p{L}'-]+)(?: (?:[A-Z][\p{L}'-]+|of|the|de|la))*)/u;

/** What a goal says besides its verb, as far as it is plain; `places` are where its times and amounts stand. */
export function readSlots(text: string, intent: string, places: readonly Place[]): Slots {
  const [object = '', operation = ''] = intent.split('.');
  const isMessage = object === 'mail' || object === 'message' || object === 'call';
  const condition = CONDITION.exec(text)?.[1];
  const except = EXCEPT.exec(text)?.[1];
  const people = readPeople(text, places);
  const saying = isMessage ? SAYING.exec(text)?.[1]?.trim() : undefined;
  const thing = object === 'list' || (isMessage && operation === 'send') ? undefined : readThing(text, places);
  return withoutGaps({
    thing,
    people: people.length === 0 ? undefined : people,
    ...(object === 'list' ? { list: readList(text), items: readItems(text) } : {}),
    saying,
    place: PLACE.exec(blanked(text, places))?.[1],
    duration: readDuration(text),
    shift: operation === 'change' || operation === 'move' ? readShift(text)?.shift : undefined,
    condition: condition?.trim(),
    except: except?.trim(),
  });
}

const withoutGaps = (slots: { readonly [Name in keyof Slots]: Slots[Name] | undefined }): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined && value !== ''));
