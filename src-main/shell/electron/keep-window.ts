import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const BoundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });

/** What the shell keeps over a restart; it is about this computer's screen, so it is no part of the person's data. */
const KeptSchema = z.object({
  bounds: BoundsSchema.nullable().default(null),
  maximized: z.boolean().default(false),
  checkSpelling: z.boolean().nullable().default(null),
});
export type Kept = z.infer<typeof KeptSchema>;

/** What is kept in `file`; nothing where it is not there or not to be read, as nothing of it is needed. */
export function readKept(file: string): Kept {
  try {
    if (existsSync(file)) return KeptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Written by another version or by somebody else: the window opens where a new one would.
  }
  return KeptSchema.parse({});
}

export function writeKept(file: string, kept: Kept): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(kept));
  renameSync(`${file}.new`, file);
}

const WIDTH_IN_SIGHT = 160;
const HEIGHT_IN_SIGHT = 80;

/**
 * Where the window was, when it can be seen there now: enough of its upper edge, by which it is moved, stands on a
 * screen that is still there. Null otherwise.
 */
export function boundsInSight(bounds: Rectangle | null, screens: readonly Rectangle[]): Rectangle | null {
  if (bounds === null) return null;
  const inSight = screens.some((screen) => {
    const width = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    return (
      width >= Math.min(WIDTH_IN_SIGHT, bounds.width) &&
      bounds.y >= screen.y &&
      bounds.y <= screen.y + screen.height - HEIGHT_IN_SIGHT
    );
  });
  return inSight ? bounds : null;
}
