import { z } from 'zod';
import { keepOrTrash } from '#connectors/files/keep-theirs.ts';
import { trashedAt } from '#connectors/files/trashed-at.ts';
import type { ActionContext, Looked, Surroundings } from '#connectors/sdk/action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince, notFound } from '#connectors/sdk/failures.ts';
import { isSame } from '#connectors/sdk/places/mark-of.ts';
import { folderOf, foldName, nameOf } from '#connectors/sdk/places/place.ts';
import type { Entry, Mark, Move, Place } from '#connectors/sdk/places/places.ts';
import { sayFiles, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** More than a person can read through; the rest is told, and moved when it is asked for again. */
export const MOST_MOVED = 500;

const MarkSchema = z.object({
  kind: z.enum(['file', 'folder']),
  dev: z.string(),
  ino: z.string(),
  size: z.number(),
  changed: z.string(),
});
export const MoveSchema = z.object({ from: z.string(), to: z.string(), mark: MarkSchema });

/** Everything that will be moved, as it was looked at, and what stays where it is. */
export const MovePlanSchema = z.object({
  moves: z.array(MoveSchema),
  makes: z.array(z.string()),
  /** What stays because something of its name is there already. */
  taken: z.array(z.string()),
  /** How many more there are than are moved at once. */
  more: z.number(),
});
export type MovePlan = z.output<typeof MovePlanSchema>;

export const MovedSchema = z.object({
  moves: z.array(MoveSchema),
  makes: z.array(z.string()),
  /** Files of the plan that were not moved, because it broke off. */
  left: z.array(z.string()),
  taken: z.array(z.string()),
  more: z.number(),
});
export type Moved = z.output<typeof MovedSchema>;

/** Lays down one move for each entry. A name that is taken at the other end, or twice in the plan, keeps its file back. */
export async function planMoves(
  entries: readonly Entry[],
  targetOf: (entry: Entry) => { readonly place: Place; readonly makes: readonly Place[] },
  { places, signal }: Surroundings,
): Promise<Result<MovePlan>> {
  const names = new Map<Place, Set<string>>();
  const moves: Move[] = [];
  const makes = new Set<Place>();
  const taken: Place[] = [];
  let more = 0;
  for (const entry of entries) {
    const { place: to, makes: made } = targetOf(entry);
    if (to === entry.place) continue;
    const folder = folderOf(to);
    const known = names.get(folder) ?? (await namesIn(folder, places, signal, made.includes(folder)));
    names.set(folder, known);
    const isItself = folder === folderOf(entry.place) && foldName(nameOf(to)) === foldName(entry.name);
    if (known.has(foldName(nameOf(to))) && !isItself) taken.push(entry.place);
    else if (moves.length >= MOST_MOVED) more += 1;
    else {
      known.add(foldName(nameOf(to)));
      for (const each of made) makes.add(each);
      moves.push({ from: entry.place, to, mark: entry.mark });
    }
  }
  return succeed({ moves, makes: [...makes], taken, more });
}

async function namesIn(
  folder: Place,
  places: Surroundings['places'],
  signal: AbortSignal,
  isNew: boolean,
): Promise<Set<string>> {
  if (isNew) return new Set();
  const listed = await places.list(folder, { deep: false, signal });
  return new Set(listed.ok ? listed.value.entries.map(({ name }) => foldName(name)) : []);
}

/** What the person says yes to: exactly these files, as they are now, to exactly these places. */
export const looked = (plan: MovePlan): Looked<MovePlan> => ({ before: plan, version: hashOf(JSON.stringify(plan)) });

type Context = ActionContext<MovePlan>;

export async function runMoves(plan: MovePlan, context: Context): Promise<Result<Moved>> {
  const { places, signal, mode } = context;
  const { moves, makes, taken, more } = plan;
  if (mode !== 'execute') return succeed({ moves, makes, left: [], taken, more });
  const changed = await places.change({ makes, moves, trashedAt: trashedAt(context.view) }, signal);
  return changed.ok ? tellMoved(plan, context) : changed;
}

/** For `findEarlier`: null when none is moved. What broke off in the middle is told as it stands. */
export async function findMoves(plan: MovePlan, context: Context): Promise<Result<Moved | null>> {
  const moved = await tellMoved(plan, context);
  return moved.ok && moved.value.moves.length === 0 ? succeed(null) : moved;
}

/** Each file with the mark that it has at its new place. */
const tellMoved = (plan: MovePlan, { places }: Context): Promise<Result<Moved>> =>
  tellArrived(plan, places, async (move, mark) =>
    isSame(mark, move.mark) && (await isAway(move, mark, places)) ? { ...move, mark } : null,
  );

/** What has arrived at its place, as `arrived` has it, and what stands where it stood. */
export async function tellArrived(
  { moves, makes, taken, more }: MovePlan,
  places: Context['places'],
  arrived: (move: Move, mark: Mark) => Promise<Move | null>,
): Promise<Result<Moved>> {
  const there: Move[] = [];
  const left: Place[] = [];
  for (const move of moves) {
    const seen = await places.see(move.to);
    if (!seen.ok && seen.failure.kind !== 'not-found') return seen;
    const mark = seen.ok ? (seen.value?.mark ?? null) : null;
    const one = mark === null ? null : await arrived(move, mark);
    if (one === null) left.push(move.from);
    else there.push(one);
  }
  return succeed({ moves: there, makes, left, taken, more });
}

/** Under both names it has not left yet. */
async function isAway({ from, to }: Move, mark: Mark, places: Context['places']): Promise<boolean> {
  if (foldName(from) === foldName(to)) return true;
  const seen = await places.see(from);
  return !(seen.ok && seen.value?.mark.ino === mark.ino && seen.value.mark.dev === mark.dev);
}

/** For `readBack`: everything that is said to be moved lies there, and lies where it was no more. */
export async function seeMoves(
  { moves }: Pick<Moved, 'moves'>,
  { places }: Pick<Context, 'places'>,
): Promise<Result<boolean>> {
  for (const move of moves) {
    const seen = await places.see(move.to);
    if (!seen.ok) return seen.failure.kind === 'not-found' ? succeed(false) : seen;
    if (seen.value === null || !isSame(seen.value.mark, move.mark)) return succeed(false);
    if (!(await isAway(move, seen.value.mark, places))) return succeed(false);
  }
  return succeed(true);
}

type Back = { readonly move: Move; readonly state: 'back' | 'as-left' | 'altered' | 'gone'; readonly now: Mark | null };

/** For `undo`: every file to exactly where it was. What was altered, moved on or replaced since is asked about. */
export async function moveBack(moved: Moved, context: Context): Promise<Result<null>> {
  const { places, signal, mode, overwrite } = context;
  const ways: Back[] = [];
  const inTheWay: { place: Place; mark: Mark }[] = [];
  for (const move of [...moved.moves].reverse()) {
    const way = await wayBack(move, places);
    if (!way.ok) return way;
    ways.push(way.value.back);
    if (way.value.taken !== null) inTheWay.push(way.value.taken);
  }
  const open = ways.filter(({ state }) => state !== 'back');
  if (open.length === 0 && mode !== 'execute') return succeed(null);
  const altered = [
    ...open.filter(({ state }) => state !== 'as-left').map(({ move }) => move.to),
    ...inTheWay.map(({ place }) => place),
  ];
  if (altered.length > 0 && !overwrite) return changedSince(sayAltered(altered));
  const gone = open.filter(({ state }) => state === 'gone').map(({ move }) => move);
  if (gone.length > 0 && gone.length === open.length) return notFound(sayAltered(gone.map(({ to }) => to)));
  if (mode !== 'execute') return succeed(null);
  const kept = await keepOrTrash(inTheWay, context);
  if (!kept.ok) return kept;
  const moves = open.flatMap(({ move, state, now }) =>
    state === 'gone' || now === null ? [] : [{ from: move.to, to: move.from, mark: now }],
  );
  const unmakes = [...moved.makes].reverse();
  const changed = await places.change(
    { removes: kept.value, moves, unmakes, trashedAt: trashedAt(context.view) },
    signal,
  );
  if (!changed.ok || gone.length === 0) return changed;
  const what = sayAltered(gone.map(({ to }) => to));
  const because =
    gone.length === 1
      ? t`${what} could not be found, so it stays away. Everything else is back.`
      : t`${what} could not be found, so they stay away. Everything else is back.`;
  return fail({ kind: 'not-undoable', because });
}

async function wayBack(
  move: Move,
  places: Context['places'],
): Promise<Result<{ back: Back; taken: { place: Place; mark: Mark } | null }>> {
  const [here, there] = [await places.see(move.to), await places.see(move.from)];
  for (const seen of [here, there]) if (!seen.ok && seen.failure.kind !== 'not-found') return seen;
  const now = here.ok ? (here.value?.mark ?? null) : null;
  const former = there.ok ? (there.value?.mark ?? null) : null;
  const isOneFile = now !== null && former !== null && now.ino === former.ino && now.dev === former.dev;
  if (isOneFile) return succeed({ back: { move, state: 'as-left', now }, taken: null });
  if (now === null && isSame(former, move.mark)) return succeed({ back: { move, state: 'back', now }, taken: null });
  const taken = former === null || now === null ? null : { place: move.from, mark: former };
  if (now === null) return succeed({ back: { move, state: 'gone', now }, taken });
  return succeed({ back: { move, state: isSame(now, move.mark) ? 'as-left' : 'altered', now }, taken });
}

function sayAltered(places: readonly Place[]): string {
  const [first = ''] = places;
  return places.length === 1 ? sayPlace(first) : t`${sayPlace(first)} and ${sayFiles(places.length - 1)} more`;
}
