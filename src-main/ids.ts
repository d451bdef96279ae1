import { randomFillSync } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { IdSource } from '#main/seams.ts';

const BYTES_EACH = 16;
/** Random bytes are asked of the system for so many ids at once: asking for each costs more than all the rest of it. */
const DRAWN_AT_ONCE = 256;

/** UUIDs of version 7 (RFC 9562). Each sorts after all before it, also within a millisecond and when the clock is set back. */
export function createIds(): IdSource {
  const drawn = Buffer.alloc(BYTES_EACH * DRAWN_AT_ONCE);
  let used = drawn.length;
  let msecs = Number.NEGATIVE_INFINITY;
  let seq = 0;

  function draw(): Buffer {
    if (used === drawn.length) {
      randomFillSync(drawn);
      used = 0;
    }
    used += BYTES_EACH;
    return drawn.subarray(used - BYTES_EACH, used);
  }

  return {
    next() {
      const random = draw();
      const now = Date.now();
      // The counter begins in the lower half, so that there is always room above it (RFC 9562, 6.2).
      if (now > msecs) seq = random.readUInt32BE(0) >>> 1;
      else seq += 1;
      msecs = Math.max(now, msecs);
      return uuid({ random, msecs, seq });
    },
  };
}
