import { z } from 'zod';
import { AnswerSchema } from '#connectors/mcp/read-answer.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';

/** How far a call went that may change something: on disk before it leaves, and again with its answer. */
const MarkSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('leaving') }),
  z.object({ state: z.literal('answered'), output: AnswerSchema }),
]);
export type CallMark = z.output<typeof MarkSchema>;

/** One file for each call: a key is asked about again after any time, and no mark may have been dropped by then. */
const fileOf = (key: string): string => `call-${hashOf(key)}.json`;

/** Null: it never left. */
export async function findCall(folder: Folder, key: string): Promise<CallMark | null> {
  const bytes = await folder.read(fileOf(key));
  return bytes === null ? null : MarkSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** Null takes the mark away: it is known that nothing was done. */
export async function saveCall(folder: Folder, key: string, mark: CallMark | null): Promise<void> {
  if (mark === null) await folder.remove(fileOf(key));
  else await folder.write(fileOf(key), `${JSON.stringify(mark)}\n`);
}
