import type { Folder } from '#connectors/sdk/action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { overwriteFile, putFileBack, type WayBack } from '#connectors/sdk/way-back.ts';
import type { Json } from '#contract/model/json.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** A file as it was looked at before the person said yes; no text: it was not there. */
export type LookedAt = { readonly fileName: string; readonly text: string | null };

/** A file as it was looked at when it has to be there. */
export type Standing = { readonly fileName: string; readonly text: string };

/**
 * A change of one file, made so that the file alone tells whether it was made (decision 0018).
 * `Trace` is what was done to which lines.
 */
export type TextChange<Trace extends Json> = {
  /** The changed text. Deterministic, as it is computed again after a crash. */
  apply(text: string | null): Result<{ text: string; trace: Trace }>;
  /** Whether the change stands in a text that others have changed too. */
  stands(text: string, trace: Trace): 'yes' | 'no' | 'unclear';
  /** The text without this change and with everything else; null when what it did is not there as it was left. */
  reverse(text: string, trace: Trace): string | null;
};

/** What was done, and SHA-256 of the file around it; `before` is null when there was no file. */
export type Changed<Trace> = { readonly trace: Trace; readonly before: string | null; readonly after: string };

/** Changes the file in one write. Done already (the same attempt again): answers as the first time and writes nothing. */
export function changeText<Trace extends Json>(
  folder: Folder,
  looked: LookedAt,
  change: TextChange<Trace>,
): Promise<Result<Changed<Trace>>> {
  return folder.exclusively(async () => {
    const now = await readTextFile(folder, looked.fileName);
    if (!now.ok) return now;
    const earlier = tellEarlier(now.value, looked.text, change);
    if (earlier !== null && earlier !== 'unclear') return succeed(earlier);
    const changed = applyTo(now.value, change);
    if (!changed.ok) return changed;
    if (changed.value.text !== now.value) await folder.write(looked.fileName, changed.value.text);
    return succeed(changed.value.changed);
  });
}

/** What would come of it, without touching anything. */
export function foreseeChange<Trace extends Json>(looked: LookedAt, change: TextChange<Trace>): Result<Changed<Trace>> {
  const changed = applyTo(looked.text, change);
  return changed.ok ? succeed(changed.value.changed) : changed;
}

/** For `findEarlier`. A file that shows neither how it was nor how it would be is put before the person. */
export async function findChange<Trace extends Json>(
  folder: Folder,
  looked: LookedAt,
  change: TextChange<Trace>,
): Promise<Result<Changed<Trace> | null>> {
  const now = await readTextFile(folder, looked.fileName);
  if (!now.ok) return now;
  const earlier = tellEarlier(now.value, looked.text, change);
  return earlier === 'unclear' ? fail({ kind: 'outcome-unknown', service: looked.fileName }) : succeed(earlier);
}

/** For `readBack`. */
export async function seeChange<Trace extends Json>(
  folder: Folder,
  fileName: string,
  { trace, before, after }: Changed<Trace>,
  change: Pick<TextChange<Trace>, 'stands'>,
): Promise<Result<boolean>> {
  const now = await readTextFile(folder, fileName);
  if (!now.ok) return now;
  if (now.value === null) return succeed(false);
  const version = hashOf(now.value);
  if (version === after) return succeed(true);
  return succeed(version !== before && change.stands(now.value, trace) === 'yes');
}

/**
 * For `undo`: exactly as it was when nobody touched it since, else only this change is taken out. Where that can't be
 * told apart any more, `overwrite` puts the whole file back as it was.
 */
export function takeBackChange<Trace extends Json>(
  way: WayBack,
  looked: LookedAt,
  { trace, before, after }: Changed<Trace>,
  change: Pick<TextChange<Trace>, 'reverse'>,
  what: string,
): Promise<Result<null>> {
  return way.folder.exclusively(async () => {
    const read = await readTextFile(way.folder, looked.fileName);
    if (!read.ok) return read;
    const now = read.value;
    if (versionOf(now) === before) return succeed(null);
    const untouched = versionOf(now) === after && versionOf(looked.text) === before;
    const back = { name: looked.fileName, now, former: looked.text };
    const reversed = untouched || now === null ? null : change.reverse(now, trace);
    if (untouched) await putFileBack(way, back);
    else if (reversed !== null && reversed !== now) await putFileBack(way, { ...back, former: reversed });
    else if (reversed === null && !way.overwrite) return changedSince(what);
    else if (reversed === null) await overwriteFile(way, back, 'text/markdown');
    return succeed(null);
  });
}

function tellEarlier<Trace extends Json>(
  now: string | null,
  before: string | null,
  change: TextChange<Trace>,
): Changed<Trace> | 'unclear' | null {
  if (now === before) return null;
  const planned = applyTo(before, change);
  if (!planned.ok) return null;
  const { text, changed } = planned.value;
  if (now === text) return changed;
  if (now === null) return 'unclear';
  const standing = change.stands(now, changed.trace);
  if (standing === 'unclear') return 'unclear';
  return standing === 'yes' ? changed : null;
}

function applyTo<Trace extends Json>(
  text: string | null,
  change: TextChange<Trace>,
): Result<{ text: string; changed: Changed<Trace> }> {
  const applied = change.apply(text);
  if (!applied.ok) return applied;
  const { trace, text: after } = applied.value;
  return succeed({ text: after, changed: { trace, before: versionOf(text), after: hashOf(after) } });
}

const versionOf = (text: string | null): string | null => (text === null ? null : hashOf(text));
