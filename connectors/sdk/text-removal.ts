import type { Folder } from '#connectors/sdk/action.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import type { Standing } from '#connectors/sdk/text-change.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { overwriteFile, putFileBack, type WayBack } from '#connectors/sdk/way-back.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** Removes a file that is still as it was looked at. One that is gone already stays gone. */
export function removeText(folder: Folder, looked: Standing, what: string): Promise<Result<null>> {
  return folder.exclusively(async () => {
    const now = await readTextFile(folder, looked.fileName);
    if (!now.ok) return now;
    if (now.value === null) return succeed(null);
    if (now.value !== looked.text) return changedSince(what);
    await folder.remove(looked.fileName);
    return succeed(null);
  });
}

/** For `findEarlier`: whether it is removed. With something else in its place nobody can know. */
export async function findRemoval(folder: Folder, looked: Standing): Promise<Result<boolean>> {
  const now = await readTextFile(folder, looked.fileName);
  if (!now.ok) return now;
  if (now.value === null || now.value === looked.text) return succeed(now.value === null);
  return fail({ kind: 'outcome-unknown', service: looked.fileName });
}

/** For `readBack`. */
export async function seeRemoval(folder: Folder, fileName: string): Promise<Result<boolean>> {
  return succeed((await folder.read(fileName)) === null);
}

/** For `undo`: puts it back byte for byte, unless something else has taken its place. */
export function putTextBack(way: WayBack, looked: Standing, what: string): Promise<Result<null>> {
  return way.folder.exclusively(async () => {
    const now = await readTextFile(way.folder, looked.fileName);
    if (!now.ok) return now;
    if (now.value === looked.text) return succeed(null);
    const back = { name: looked.fileName, now: now.value, former: looked.text };
    if (now.value === null) await putFileBack(way, back);
    else if (way.overwrite) await overwriteFile(way, back, 'text/markdown');
    else return changedSince(what);
    return succeed(null);
  });
}
