import type { z } from 'zod';
import type { Folder } from '#connectors/sdk/action.ts';

/** Between two looks; ends at once when it is called off. It alone keeps no program from ending. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    timer.unref();
    signal.addEventListener('abort', end, { once: true });
  });

/** How far was looked, from a file of the connector's folder; null when it was never noted or can't be read. */
export async function readMark<T>(folder: Folder, name: string, schema: z.ZodType<T>): Promise<T | null> {
  const bytes = await folder.read(name);
  if (bytes === null) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}
