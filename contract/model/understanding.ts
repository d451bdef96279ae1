import { z } from 'zod';
import { DomainSchema } from '#contract/model/domain.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { MoneySchema } from '#contract/model/money.ts';

/** What a sentence can be about: a part of life, mere talk, or nothing that is done here. */
export const SubjectSchema = z.enum([...DomainSchema.options, 'conversation', 'out-of-scope']);
export type Subject = z.infer<typeof SubjectSchema>;

/** What a goal says besides its verb. A field is absent where nothing was said. */
export const SlotsSchema = z.object({
  /** What it is about: “the dentist”, “milk”. */
  thing: z.string().optional(),
  /** The people that are named, as they are named. */
  people: z.array(z.string()).optional(),
  /** Whom of the person's contacts a name means; several for one name where more than one fits. */
  contacts: z.array(z.object({ said: z.string(), name: z.string(), email: z.string() })).optional(),
  /** The list that is meant: “shopping”. */
  list: z.string().optional(),
  /** What is added to it or taken off it. */
  items: z.array(z.string()).optional(),
  /** What a message should say, in the person's words. */
  saying: z.string().optional(),
  place: z.string().optional(),
  /** How long, as an ISO 8601 duration: “PT1H30M”. */
  duration: z.string().optional(),
  /** How long before or after what was said before: “PT1H” for “an hour later”, “-PT30M” for “half an hour earlier”. */
  shift: z.string().optional(),
  /** Under which condition, in the person's words: “if it rains”. */
  condition: z.string().optional(),
  /** When not, in the person's words: “holidays” of “every Tuesday except holidays”. */
  except: z.string().optional(),
});
export type Slots = z.infer<typeof SlotsSchema>;

/** One thing that is wanted. */
export const UnderstoodGoalSchema = z.object({
  domain: SubjectSchema,
  /** `<object>.<operation>`, such as `calendar.create`; also where nothing here can do it. */
  intent: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  /** How likely the reading is right: of the goals at 0.8, about 80 in 100 are. */
  confidence: z.number().min(0).max(1),
  slots: SlotsSchema,
  /** What to ask, where it is unsure or something that it needs is missing. */
  question: z.string().optional(),
});
export type UnderstoodGoal = z.infer<typeof UnderstoodGoalSchema>;

/** A moment with its offset, or a plain date. */
const PointSchema = z.union([InstantSchema, z.iso.date()]);

/** A time that is spoken of. The end is exclusive; an open side is null, and so is the end of a mere moment. */
export const UnderstoodTimeSchema = z.object({
  text: z.string(),
  start: PointSchema.nullable(),
  end: PointSchema.nullable(),
  allDay: z.boolean(),
  /** How it repeats (RFC 5545), or null. */
  rrule: z.string().nullable(),
});

export const UnderstoodAmountSchema = MoneySchema.extend({ text: z.string() });

/** A sentence as it is understood, before anything is planned or done. */
export const UnderstandingSchema = z.object({
  goals: z.array(UnderstoodGoalSchema),
  times: z.array(UnderstoodTimeSchema),
  amounts: z.array(UnderstoodAmountSchema),
});
export type Understanding = z.infer<typeof UnderstandingSchema>;
