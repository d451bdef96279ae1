import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';
import { JsonSchema } from '#contract/model/json.ts';
import { TakenTimeSchema } from '#contract/model/stretch.ts';

/** What the person can choose where something stands in the way. */
export const ChoiceSchema = z.discriminatedUnion('kind', [
  /** Over the limit this once, or two things at the same time. */
  z.object({ kind: z.literal('anyway'), says: z.string() }),
  /** With these new values, by JSON pointer into the step's arguments; a fresh card is made with them. */
  z.object({ kind: z.literal('another-time'), says: z.string(), changes: z.record(z.string(), JsonSchema) }),
  /** Done without another question as soon as there is room, which is at `until` at the latest. */
  z.object({ kind: z.literal('wait'), says: z.string(), until: InstantSchema }),
  z.object({ kind: z.literal('leave'), says: z.string() }),
]);
export type Choice = z.infer<typeof ChoiceSchema>;
export const ChoiceKindSchema = z.enum(['anyway', 'another-time', 'wait', 'leave']);
export type ChoiceKind = z.infer<typeof ChoiceKindSchema>;

/** The choices that a yes is kept with; the others end its card. */
export const KeptChoiceSchema = ChoiceKindSchema.extract(['anyway', 'wait']);
export type KeptChoice = z.infer<typeof KeptChoiceSchema>;

/** What stands in the way, as facts. */
export const ObstacleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('limit'),
    /** What is counted and over which time: `posts:day:2026-11-26`, `money:EUR:month:2026-11`. */
    bucket: z.string(),
    limit: z.number().int().nonnegative(),
    /** What it would come to with this. Money in the currency's minor unit. */
    total: z.number().int().positive(),
    /** How much of `total` this alone is. */
    amount: z.number().int().positive(),
    /** How much of `total` is planned but not done yet. */
    stillWaiting: z.number().int().nonnegative(),
  }),
  z.object({
    kind: z.literal('time'),
    others: z.array(TakenTimeSchema.extend({ by: z.enum(['calendar', 'this-plan', 'another-plan']) })),
  }),
]);
export type Obstacle = z.infer<typeof ObstacleSchema>;
export type LimitObstacle = Extract<Obstacle, { kind: 'limit' }>;
export type TimeObstacle = Extract<Obstacle, { kind: 'time' }>;

/** Something that stands in the way of what a card would do, and what the person can choose. */
export const ConflictSchema = z.object({ with: ObstacleSchema, says: z.string(), choices: z.array(ChoiceSchema) });
export type Conflict = z.infer<typeof ConflictSchema>;

/** The choices that settle everything on a card: those that each of its conflicts offers. */
export function choicesOf(conflicts: readonly Conflict[]): readonly Choice[] {
  const [first, ...rest] = conflicts;
  if (first === undefined) return [];
  const all = first.choices.filter(({ kind }) =>
    rest.every(({ choices }) => choices.some((each) => each.kind === kind)),
  );
  return all.map((choice) => (choice.kind === 'wait' ? (latestWait(conflicts) ?? choice) : choice));
}

function latestWait(conflicts: readonly Conflict[]): Choice | undefined {
  return conflicts
    .flatMap(({ choices }) => choices.filter((choice) => choice.kind === 'wait'))
    .toSorted((a, b) => a.until.localeCompare(b.until))
    .at(-1);
}
