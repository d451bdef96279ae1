import { z } from 'zod';
import { contactLabels } from '#connectors/sdk/contacts/fields.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';

/** Somebody in an address book. Addresses and numbers stand with the preferred one first. */
export const ContactSchema = z.object({
  id: z.string(),
  name: z.string(),
  nicknames: z.array(z.string()),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  organisation: z.string().nullable(),
  notes: z.string().nullable(),
});
export type Contact = z.output<typeof ContactSchema>;

/** `Ana Silva` as a sentence holds it; one without a name goes by an address or a number. */
export const sayContact = ({ name, emails, phones }: Pick<Contact, 'name' | 'emails' | 'phones'>): string =>
  quote(name || emails[0] || phones[0] || t`(no name)`);

/** `Ana Silva: ana@example.com, +351 21 000 00 00` */
export function sayContactLine({ name, emails, phones }: Contact): string {
  const reached = [...emails, ...phones].join(', ');
  if (name === '') return reached === '' ? t`(no name)` : reached;
  return reached === '' ? name : `${name}: ${reached}`;
}

/** Everything that is known of somebody, one line each. */
export function sayDetails(contact: Contact): { readonly label: string; readonly value: string }[] {
  const values = {
    name: contact.name,
    nicknames: contact.nicknames.join(', '),
    emails: contact.emails.join(', '),
    phones: contact.phones.join(', '),
    organisation: contact.organisation ?? '',
    notes: contact.notes ?? '',
  };
  return (Object.keys(contactLabels) as (keyof typeof contactLabels)[])
    .map((field) => ({ label: contactLabels[field], value: values[field] }))
    .filter(({ value }) => value.trim() !== '');
}

/** What differs between two of them, as a card shows it. */
export function differencesBetween(before: Contact | null, after: Contact | null) {
  const [was, is] = [before, after].map((contact) => (contact === null ? [] : sayDetails(contact)));
  const valueIn = (details: ReturnType<typeof sayDetails> | undefined, label: string) =>
    details?.find((each) => each.label === label)?.value ?? null;
  return Object.values(contactLabels)
    .map((label) => ({ label, before: valueIn(was, label), after: valueIn(is, label) }))
    .filter((line) => line.before !== line.after);
}
