/**
 * The room that a file lives in: the folder whose imports are drawn and ordered. In `src-main` and `src-renderer` that
 * is the second folder, in `connectors` the sdk, the registry or any one connector, elsewhere the first. Tests, and
 * `src-main`'s own files (`compose.ts` sees all, the seams are seen by all), live in none.
 */
export function roomOf(file: string): string | null {
  const [top = '', second = '', third] = file.split('/');
  if (/\.(test|testsuite)\.tsx?$/.test(file)) return null;
  switch (top) {
    case 'connectors':
      if (third === undefined) return second === 'registry.ts' ? 'connectors/registry' : null;
      return second === 'sdk' ? 'connectors/sdk' : 'connectors/each connector';
    case 'src-main':
    case 'src-renderer':
      return third === undefined ? null : `${top}/${second}`;
    case 'contract':
    case 'policies':
    case 'db':
    case 'src-preload':
    case 'sync-service':
      return top;
    default:
      return null;
  }
}

export type Importing = {
  readonly source: string;
  readonly dependencies: ReadonlyArray<{ readonly resolved: string }>;
};

/** Every room with the other rooms that its files import. */
export function drawRooms(files: readonly Importing[]): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const { source, dependencies } of files) {
    const from = roomOf(source);
    if (from === null) continue;
    const imported = rooms.get(from) ?? new Set<string>();
    rooms.set(from, imported);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (to !== null && to !== from) imported.add(to);
    }
  }
  return rooms;
}

/** Pairs of rooms that import each other, each pair once. */
export function findRoomCircles(rooms: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...rooms].flatMap(([room, imported]) =>
    [...imported].filter((other) => room < other && rooms.get(other)?.has(room)).map((other) => `${room} ⇄ ${other}`),
  );
}
