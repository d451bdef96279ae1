import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { View } from '#connectors/sdk/action.ts';
import { wallOf } from '#connectors/sdk/local-time.ts';
import { kindOf } from '#connectors/sdk/places/kinds.ts';
import type { Entry } from '#connectors/sdk/places/places.ts';
import { sayName, saySize } from '#connectors/sdk/places/say-file.ts';
import { sayDay } from '#connectors/sdk/say-time.ts';

/** A file or a folder as a look tells of it. */
export const EntrySchema = z.object({
  place: z.string(),
  name: z.string(),
  kind: z.string(),
  size: z.number(),
  modifiedAt: z.string(),
});
export type ShownEntry = z.output<typeof EntrySchema>;

export const shownEntry = ({ place, name, mark, modifiedAt }: Entry): ShownEntry => ({
  place,
  name,
  kind: mark.kind === 'folder' ? 'folder' : kindOf(name),
  size: mark.size,
  modifiedAt,
});

/** `May.pdf, 213 KB, Monday 4 May` */
export function sayEntry({ name, kind, size, modifiedAt }: ShownEntry, view: View, place?: string): string {
  const shown = sayName(place ?? name);
  if (kind === 'folder') return `${shown}/`;
  const day = sayDay(wallOf(Temporal.Instant.from(modifiedAt), view.timeZone).toPlainDate(), view);
  return `${shown}, ${saySize(size)}, ${day}`;
}
