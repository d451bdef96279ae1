import { notFound } from '#connectors/sdk/failures.ts';
import { foldName, isHidden, isStep, nameOf, stemOf, within } from '#connectors/sdk/places/place.ts';
import type { Entry, Mark, Place, Places } from '#connectors/sdk/places/places.ts';
import { sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

type Where = { readonly places: Places; readonly signal: AbortSignal };

const MOST_NAMED = 5;

export const noFolders: Result<never> = fail({ kind: 'needs-reconnect', provider: 'files' });

/** The one file, or folder, that the person means: by its way from a picked folder on, or by its name alone. */
export async function findOne(said: string, kind: Mark['kind'], where: Where): Promise<Result<Entry>> {
  const { places } = where;
  if (places.folders.length === 0) return noFolders;
  const way = await findWay(said, where);
  if (!way.ok) return way;
  if (way.value !== null) {
    const { place, missing } = way.value;
    if (missing.length > 0) return notFound(sayPlace([place, ...missing].join('/')));
    const seen = await places.see(place);
    if (!seen.ok) return seen;
    if (seen.value?.mark.kind === kind) return succeed(seen.value);
    return notFound(kind === 'file' ? t`a file called ${sayPlace(said)}` : t`a folder called ${sayPlace(said)}`);
  }
  const found = await searchFor(said, kind, where);
  if (!found.ok) return found;
  const [only, ...others] = found.value;
  if (!only) {
    return notFound(
      kind === 'file'
        ? t`a file called ${sayPlace(said)} in the folders that you picked`
        : t`a folder called ${sayPlace(said)} in the folders that you picked`,
    );
  }
  if (others.length === 0) return succeed(only);
  const named = found.value.slice(0, MOST_NAMED).map(({ place }) => sayPlace(place));
  return fail({
    kind: 'refused',
    because: t`There are ${found.value.length} of that name: ${named.join(', ')}. Say which one, with its folder. Nothing was done.`,
  });
}

/** A folder to put something in: one that is there, or one that is still to be made; `makes` is outer before inner. */
export type Target = { readonly place: Place; readonly makes: readonly Place[] };

/** `beside`: where a folder that has only a name, and is nowhere yet, is made. */
export async function findTarget(said: string, beside: Place, where: Where): Promise<Result<Target>> {
  if (where.places.folders.length === 0) return noFolders;
  const way = await findWay(said, where);
  if (!way.ok) return way;
  if (way.value !== null) return succeed(withMissing(way.value.place, way.value.missing));
  const found = await searchFor(said, 'folder', where);
  if (!found.ok) return found;
  const [only, ...others] = found.value;
  if (only && others.length === 0) return succeed({ place: only.place, makes: [] });
  const near = found.value.find(({ place }) => place === within(beside, nameOf(place)));
  if (near) return succeed({ place: near.place, makes: [] });
  if (only) {
    const named = found.value.slice(0, MOST_NAMED).map(({ place }) => sayPlace(place));
    return fail({
      kind: 'refused',
      because: t`There are ${found.value.length} folders of that name: ${named.join(', ')}. Say which one. Nothing was done.`,
    });
  }
  return succeed(withMissing(beside, [said]));
}

function withMissing(place: Place, missing: readonly string[]): Target {
  const makes: Place[] = [];
  let at = place;
  for (const name of missing) {
    at = within(at, name);
    makes.push(at);
  }
  return { place: at, makes };
}

/** The place of a folder that has to be there. */
export async function findFolder(said: string, where: Where): Promise<Result<Place>> {
  if (where.places.folders.length === 0) return noFolders;
  const picked = pickedCalled(said, where.places);
  if (picked !== null) return succeed(picked);
  const found = await findOne(said, 'folder', where);
  return found.ok ? succeed(found.value.place) : found;
}

const pickedCalled = (said: string, { folders }: Places): Place | null =>
  (folders.find(({ name }) => name === said) ?? folders.find(({ name }) => foldName(name) === foldName(said)))?.name ??
  null;

type FoundWay = { readonly place: Place; readonly missing: readonly string[] };

/** Null for a name alone that is no picked folder’s: it may be anywhere. */
async function findWay(said: string, { places, signal }: Where): Promise<Result<FoundWay | null>> {
  const steps = stepsFrom(said, places);
  if (steps === null) return succeed(null);
  const [root = '', ...names] = steps;
  const picked = pickedCalled(root, places);
  if (picked === null) {
    const have = places.folders.map(({ name }) => sayPlace(name)).join(', ');
    const because = t`${sayPlace(root)} is not one of the folders that you picked (${have}). You can add it under Integrations. Nothing was done.`;
    return fail({ kind: 'refused', because });
  }
  let place: Place = picked;
  for (const [index, name] of names.entries()) {
    if (!isStep(name) || isHidden(name)) return notFound(sayPlace(said));
    const exact = await places.see(within(place, name));
    if (!exact.ok) return exact;
    const isLast = index === names.length - 1;
    const next = exact.value?.place ?? (await alike(places, place, { name, isLast }, signal));
    if (next === null) return succeed({ place, missing: names.slice(index) });
    place = next;
  }
  return succeed({ place, missing: [] });
}

/** `Downloads/Bills`, `downloads\bills`, or the whole way as a file manager writes it; null for a name alone. */
function stepsFrom(said: string, places: Places): readonly string[] | null {
  const inside = places.folders.find(({ path }) => said === path || said.startsWith(`${path}/`));
  if (inside) return [inside.name, ...said.slice(inside.path.length).split('/').filter(Boolean)];
  const steps = said.split(said.includes('/') ? '/' : '\\').filter((step) => step !== '');
  if (steps.length > 1 || said.startsWith('/')) return steps;
  return pickedCalled(said, places) === null ? null : steps;
}

/** The one name that differs in capitals alone; at the end of the way also the one file whose ending was not said. */
async function alike(
  places: Places,
  folder: Place,
  { name, isLast }: { readonly name: string; readonly isLast: boolean },
  signal: AbortSignal,
): Promise<Place | null> {
  const wanted = foldName(name);
  const isWhole = (each: string) => foldName(each) === wanted;
  const wants = (each: string, kind: Mark['kind']) =>
    isWhole(each) || (isLast && kind === 'file' && foldName(stemOf(each)) === wanted);
  const listed = await places.list(folder, { deep: false, wants, signal });
  const found = listed.ok ? listed.value.entries : [];
  const whole = found.filter((entry) => isWhole(entry.name));
  const [only, ...others] = whole.length > 0 ? whole : found;
  return only && others.length === 0 ? only.place : null;
}

/** Everything of that name, whatever its capitals; a file also without its ending. Nearest to the top first. */
async function searchFor(said: string, kind: Mark['kind'], { places, signal }: Where): Promise<Result<Entry[]>> {
  const wanted = foldName(said);
  const wants = (name: string, is: Mark['kind']) =>
    is === kind && (foldName(name) === wanted || (kind === 'file' && foldName(stemOf(name)) === wanted));
  const found: Entry[] = [];
  for (const { name } of places.folders) {
    const listed = await places.list(name, { deep: true, wants, signal });
    if (!listed.ok) return listed;
    found.push(...listed.value.entries);
  }
  const whole = found.filter(({ name }) => foldName(name) === wanted);
  return succeed(whole.length > 0 ? whole : found);
}
