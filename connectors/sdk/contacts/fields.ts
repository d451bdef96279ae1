import { z } from 'zod';
import { AddressSchema } from '#connectors/sdk/address.ts';
import { lineOf, nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { t } from '#contract/language/t.ts';

const MOST = 20;
const tooMany = t`Name ${MOST} at most.`;
const eachOnce = (values: readonly string[]): string[] => [...new Set(values)];
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null);

const PhoneSchema = z
  .string()
  .trim()
  .max(60, t`This is no phone number.`)
  .regex(/^\+?[\d\s()./*#-]*\d[\d\s()./*#-]*(?:(?:ext\.?|x)\s*\d+)?$/i, t`This is no phone number.`);

/** The fields of a contact that can be typed; null is not said. */
export const contactFields = {
  nicknames: optional(z.array(nonEmptyLineOf(100)).max(MOST, tooMany).transform(eachOnce)),
  emails: optional(z.array(AddressSchema).max(MOST, tooMany).transform(eachOnce)),
  phones: optional(z.array(PhoneSchema).max(MOST, tooMany).transform(eachOnce)),
  organisation: optional(lineOf(200)),
  notes: optional(textOf(20_000)),
};

export const NameSchema = nonEmptyLineOf(200);
export const IdSchema = z.string().min(1, t`This names no contact.`).max(1000, t`This names no contact.`);

export const contactLabels = {
  name: t`Name`,
  nicknames: t`Also called`,
  emails: t`Email`,
  phones: t`Phone`,
  organisation: t`Works at`,
  notes: t`Notes`,
};
