import { z } from 'zod';
import type { Folder } from '#connectors/sdk/action.ts';
import { deriveId } from '#connectors/sdk/derive-id.ts';
import { readMark } from '#connectors/sdk/watching.ts';

const STATE_FILE = 'followed.json';
const KnownSchema = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() });
/** By the file that a calendar is kept in; the links themselves stand nowhere here. */
const StateSchema = z.record(z.string(), KnownSchema);
export type State = z.output<typeof StateSchema>;

export const fileOf = (link: URL): string => `${deriveId(link.href).slice(0, 16)}.ics`;

export const readState = async (folder: Folder): Promise<State> =>
  (await readMark(folder, STATE_FILE, StateSchema)) ?? {};

export const writeState = (folder: Folder, state: State): Promise<void> =>
  folder.write(STATE_FILE, `${JSON.stringify(state)}\n`);

/** The calendars that are followed, as they were last read. */
export async function readFollowed(folder: Folder): Promise<readonly string[]> {
  const names = Object.keys(await readState(folder)).sort();
  const texts = await Promise.all(names.map((name) => folder.read(name)));
  return texts.flatMap((bytes) => (bytes === null ? [] : [Buffer.from(bytes).toString('utf8')]));
}
