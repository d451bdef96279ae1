import ICAL from 'ical.js';
import { joinLines, readLines } from '#connectors/sdk/calendar/content-line.ts';
import type { Contact } from '#connectors/sdk/contacts/contact.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { t } from '#contract/language/t.ts';

/** A card as it is understood. `preferred` is the address that is meant where none is named; null where that is open. */
export type ReadCard = {
  readonly contact: Contact;
  readonly preferred: string | null;
};

export type CardReading =
  | { readonly ok: true; readonly value: ReadCard }
  /** Why it makes no sense, in the middle of a sentence. */
  | { readonly ok: false; readonly because: string };

/** The properties that are read; what else a card holds (photos, keys) is kept and not looked into. */
const READ = new Set(['BEGIN', 'END', 'VERSION', 'UID', 'FN', 'N', 'NICKNAME', 'EMAIL', 'TEL', 'ORG', 'NOTE', 'KIND']);

/** The name of a property without its group: `EMAIL` of `item1.EMAIL`. */
export const bareName = (name: string): string => name.replace(/^[^.]*\./, '');

/** Understands one vCard of version 3.0 or 4.0. */
export function readCard(text: string): CardReading {
  const lines = readLines(text);
  const version = lines.find(({ name, depth }) => name === 'VERSION' && depth === 1)?.value.trim();
  if (version !== '3.0' && version !== '4.0') {
    return { ok: false, because: version ? t`is of version ${version.slice(0, 10)}` : t`says no version` };
  }
  const wanted = lines.filter(({ name, depth }) => depth === 1 && READ.has(bareName(name)));
  let component: ICAL.Component;
  try {
    // The version has to come first for it to be read as such.
    const first = wanted.filter(({ name }) => name === 'BEGIN' || name === 'VERSION');
    const rest = wanted.filter(({ name }) => name !== 'BEGIN' && name !== 'VERSION');
    component = ICAL.Component.fromString(joinLines([...first, ...rest], '\r\n').trimEnd());
  } catch {
    return { ok: false, because: t`has a line that makes no sense` };
  }
  const emails = byPreference(component, 'email');
  const contact: Contact = {
    id: idOfCard(text),
    name: nameOf(component),
    nicknames: component
      .getAllProperties('nickname')
      .flatMap((each) => each.getValues().map(plain))
      .filter(isThere),
    emails: emails.map(({ value }) => value),
    phones: byPreference(component, 'tel').map(({ value }) => value),
    organisation: organisationOf(component),
    notes:
      component
        .getAllProperties('note')
        .map((each) => each.getValues().map(String).join(',').trim())
        .filter(isThere)
        .join('\n\n') || null,
  };
  if (contact.name === '' && contact.emails.length === 0 && contact.phones.length === 0) {
    return { ok: false, because: t`names nobody` };
  }
  const [best, next] = emails;
  const isPreferred = best !== undefined && (next === undefined || best.rank < next.rank);
  return { ok: true, value: { contact, preferred: isPreferred ? best.value : null } };
}

/** For a card that is known to make sense: it was read before, or made here. */
export function contactOf(text: string): Contact {
  const reading = readCard(text);
  if (!reading.ok) throw new Error(`A card that was understood before ${reading.because}.`);
  return reading.value.contact;
}

/** What a card is known by: its own id, else what it says. */
export function idOfCard(text: string): string {
  const unfolded = text.replaceAll(/(?:\r\n|\n|\r)[ \t]/g, '');
  const uid = /^(?:[^.:;\r\n]+\.)?UID(?:;[^:\r\n]*)?:(.*)$/im.exec(unfolded)?.[1]?.trim() ?? '';
  return uid === '' ? `without-id-${fingerprintOfCard(text)}` : uid.replaceAll(/\\([\\;,])/g, '$1');
}

function nameOf(component: ICAL.Component): string {
  const whole = plain(component.getFirstPropertyValue('fn'));
  if (whole !== '') return whole;
  const parts: unknown = component.getFirstProperty('n')?.getFirstValue();
  if (!Array.isArray(parts)) return '';
  const [family, given, more] = parts.map((part: unknown) => plain(Array.isArray(part) ? part.join(' ') : part));
  return [given, more, family].filter((part) => part).join(' ');
}

function organisationOf(component: ICAL.Component): string | null {
  const value: unknown = component.getFirstProperty('org')?.getFirstValue();
  return plain(Array.isArray(value) ? value.map(plain).filter(isThere).join(', ') : value) || null;
}

type Ranked = { readonly value: string; readonly rank: number };

/** Values of a property, the preferred first: by `PREF` of version 4.0, by the type `pref` of 3.0. */
function byPreference(component: ICAL.Component, name: string): Ranked[] {
  const all = component.getAllProperties(name).flatMap((property): Ranked[] => {
    const value = plain(property.getFirstValue()).replace(/^(?:mailto|tel):/i, '');
    const types = [property.getParameter('type')].flat().map((type) => String(type ?? '').toLowerCase());
    const pref = Number(property.getParameter('pref') ?? (types.includes('pref') ? 1 : 101));
    return value === '' ? [] : [{ value, rank: Number.isFinite(pref) ? pref : 101 }];
  });
  const once = all.filter(({ value }, index) => all.findIndex((each) => each.value === value) === index);
  return once.toSorted((one, other) => one.rank - other.rank);
}

/** On one line, without what would not be seen. */
const plain = (value: unknown): string =>
  String(value ?? '')
    .replaceAll(/[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();

const isThere = (text: string): boolean => text !== '';

/** What programs alter by themselves when they write a card again, without anybody changing it. */
const volatile = new Set(['rev', 'prodid', 'version']);

/** What a card means, whatever order, folds and line ends it is written with. */
export function fingerprintOfCard(text: string): string {
  return hashOf(meaningOf(text)).slice(0, 16);
}

function meaningOf(text: string): string {
  const lines = readLines(text).filter(({ name }) => name !== 'BEGIN' && name !== 'END' && name !== '');
  return lines
    .filter(({ name }) => !volatile.has(name.toLowerCase()))
    .map(({ name, params, value }) => `${name}${sortedParams(params)}:${value.trim()}`)
    .sort()
    .join('\n');
}

const sortedParams = (params: string): string =>
  params
    .split(';')
    .map((param) => param.toUpperCase().replaceAll('"', ''))
    .flatMap((param) =>
      param.startsWith('TYPE=')
        ? param
            .slice(5)
            .split(',')
            .map((type) => `TYPE=${type}`)
        : [param],
    )
    .sort()
    .join(';');
