import type { ActionContext } from '#connectors/sdk/action.ts';

/** What an undo goes by: where to, whether in earnest, and whether over what the person changed since. */
export type WayBack = Pick<ActionContext<unknown>, 'folder' | 'mode' | 'overwrite' | 'attach'>;

type Bytes = Uint8Array | string;

/** A file on its way back: what it holds now and what it held before (`former`); null where there was none. */
export type FileBack = { readonly name: string; readonly now: Bytes | null; readonly former: Bytes | null };

/** Puts a file back as it was, where this is in earnest. */
export async function putFileBack({ folder, mode }: WayBack, { name, former }: FileBack): Promise<void> {
  if (mode !== 'execute') return;
  if (former === null) await folder.remove(name);
  else await folder.write(name, former);
}

/** The same over what the person has changed since: theirs is kept with the documents of the run first. */
export async function overwriteFile(way: WayBack, file: FileBack, mediaType: string): Promise<void> {
  if (way.mode === 'execute' && file.now !== null) {
    await way.attach({ name: file.name, mediaType, bytes: file.now });
  }
  await putFileBack(way, file);
}
