import { z } from 'zod';
import type { Folder } from '#connectors/sdk/action.ts';

const FILE = 'outbox.json';
const MOST_KEPT = 500;

/**
 * How far the handing over of an email went, by its Message-ID: `handing-over` from when the server asked for the
 * text, `taken` once it said that it has it. Neither holds a word of the email.
 */
const MarkSchema = z.object({ state: z.enum(['handing-over', 'taken']), refused: z.array(z.string()) });
export type Mark = z.output<typeof MarkSchema>;
const OutboxSchema = z.array(z.tuple([z.string(), MarkSchema]));

/** Null: its text was never handed over. */
export async function findMark(folder: Folder, messageId: string): Promise<Mark | null> {
  return new Map(await read(folder)).get(messageId) ?? null;
}

/** Null takes the mark away: it is known that nothing was sent. */
export function saveMark(folder: Folder, messageId: string, mark: Mark | null): Promise<void> {
  return folder.exclusively(async () => {
    const others = (await read(folder)).filter(([id]) => id !== messageId);
    const marks = mark === null ? others : [...others, [messageId, mark] as const];
    if (marks.length === 0) await folder.remove(FILE);
    else await folder.write(FILE, `${JSON.stringify(marks.slice(-MOST_KEPT))}\n`);
  });
}

async function read(folder: Folder): Promise<z.output<typeof OutboxSchema>> {
  const bytes = await folder.read(FILE);
  return bytes === null ? [] : OutboxSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
