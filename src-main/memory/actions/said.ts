import { z } from 'zod';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import type { NewMemoryItem } from '#contract/model/memory-item.ts';

/** What is to be remembered: `text` is the fact or how the person likes things, and of a person the name. */
export const SaidShape = {
  kind: z.enum(['fact', 'preference', 'person']).default('fact'),
  text: nonEmptyLineOf(1000),
  email: z.email(t`That is no email address.`).max(320).nullable().default(null),
};
type Said = z.output<z.ZodObject<typeof SaidShape>>;

/** A person is somebody with an address, and nothing else has one. */
export const isWhole = ({ kind, email }: Said): boolean => (kind === 'person') === (email !== null);
export const sayNotWhole = t`A person needs an email address, and nothing else has one.`;

export const itemOf = ({ kind, text, email }: Said): NewMemoryItem =>
  kind === 'person' ? { kind, name: text.slice(0, 200), email: email ?? '' } : { kind, text };

export const sayItem = (item: NewMemoryItem): string =>
  item.kind === 'person' ? t`${quote(item.name)} has the address ${item.email}` : quote(item.text);
