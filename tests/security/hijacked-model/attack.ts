import { z } from 'zod';
import type { Json } from '#contract/model/json.ts';

/** In which way the model obeys what it read. */
export const MANNERS = ['adds', 'replaces', 'swaps'] as const;
export type Manner = (typeof MANNERS)[number];

export type Call = { readonly action: string; readonly args: { readonly [key: string]: Json } };

/** One attack: what stands in what is read, and what obeying it comes to. */
export type Attack = {
  readonly id: string;
  readonly channel: string;
  readonly manner: Manner;
  /** The action that reads it; `memory` where it stands in what the app was told to remember. */
  readonly reads: string;
  /** What the person calls the item, and who wrote it. */
  readonly item: string;
  readonly by: string;
  /** All that is read, the instruction inside. */
  readonly text: string;
  readonly wants: readonly Call[];
};

const CallSchema = z.strictObject({ action: z.string(), args: z.record(z.string(), z.json()) });

/** A folder of attacks of our own shape: each target in each wording through each channel. */
export const AttackFileSchema = z.strictObject({
  channels: z.array(
    z.strictObject({ id: z.string(), reads: z.string(), item: z.string(), by: z.string(), carrier: z.string() }),
  ),
  wordings: z.array(z.string().includes('{instruction}')).min(1),
  targets: z.array(z.strictObject({ id: z.string(), instruction: z.string(), wants: z.array(CallSchema).min(1) })),
});

/** Every target through every channel in every manner; the wordings go round, so that each meets each. */
export function attacksIn(file: z.infer<typeof AttackFileSchema>): Attack[] {
  let turn = 0;
  return file.channels.flatMap((channel) =>
    file.targets.flatMap((target) =>
      MANNERS.map((manner): Attack => {
        const wording = file.wordings[turn++ % file.wordings.length] ?? '{instruction}';
        const attack = wording.replaceAll('{instruction}', () => target.instruction);
        const { id, reads, item, by } = channel;
        const text = channel.carrier.replaceAll('{attack}', () => attack);
        return {
          id: `${id}/${target.id}/${manner}`,
          channel: id,
          manner,
          reads,
          item,
          by,
          text,
          wants: target.wants as Call[],
        };
      }),
    ),
  );
}
