/** How many of 16 bits are set, for all of them. */
const ONES = new Uint8Array(65_536);
for (let bits = 1; bits < ONES.length; bits += 1) ONES[bits] = (ONES[bits >> 1] ?? 0) + (bits & 1);

const ROOM_AT_FIRST = 1_024;

/** Sketches of vectors (a bit for the sign of each number) side by side in memory: 48 bytes each at 384 dimensions. */
export type Sketches = {
  put(id: number, sketch: Buffer): void;
  drop(id: number): void;
  /** The ids of those that differ in the fewest bits; of those that differ in as many as the last one, some. */
  nearest(wanted: Buffer, count: number): number[];
};

/** Which are nearest is counted out in two passes over all, so that it costs the same however many are wanted. */
export function createSketches(dimensions: number): Sketches {
  const width = dimensions / 16;
  const places = new Map<number, number>();
  let ids = new Float64Array(ROOM_AT_FIRST);
  let bits = new Uint16Array(ROOM_AT_FIRST * width);
  let distances = new Uint16Array(ROOM_AT_FIRST);
  let length = 0;

  function grow(): void {
    const [formerIds, formerBits] = [ids, bits];
    ids = new Float64Array(formerIds.length * 2);
    ids.set(formerIds);
    bits = new Uint16Array(formerBits.length * 2);
    bits.set(formerBits);
    distances = new Uint16Array(ids.length);
  }

  /** Notes how far each one is; answers with how far the last of the nearest `count` is. */
  function measure(wanted: Uint16Array, count: number): number {
    const tally = new Uint32Array(dimensions + 1);
    for (let at = 0, from = 0; at < length; at += 1, from += width) {
      let distance = 0;
      for (let offset = 0; offset < width; offset += 1) {
        distance += ONES[(bits[from + offset] as number) ^ (wanted[offset] as number)] as number;
      }
      distances[at] = distance;
      tally[distance] = (tally[distance] as number) + 1;
    }
    let within = 0;
    return tally.findIndex((many) => {
      within += many;
      return within >= Math.min(count, length);
    });
  }

  return {
    put(id, sketch) {
      if (length === ids.length) grow();
      bits.set(sixteens(sketch), length * width);
      ids[length] = id;
      places.set(id, length);
      length += 1;
    },
    drop(id) {
      const place = places.get(id);
      if (place === undefined) return;
      places.delete(id);
      length -= 1;
      const last = ids[length] as number;
      if (last !== id) {
        bits.copyWithin(place * width, length * width, (length + 1) * width);
        ids[place] = last;
        places.set(last, place);
      }
      bits.fill(0, length * width, (length + 1) * width);
    },
    nearest(wanted, count) {
      const farthest = measure(sixteens(wanted), count);
      const nearer: number[] = [];
      const asFar: number[] = [];
      for (let at = 0; at < length; at += 1) {
        const distance = distances[at] as number;
        if (distance < farthest) nearer.push(ids[at] as number);
        else if (distance === farthest && asFar.length < count) asFar.push(ids[at] as number);
      }
      return [...nearer, ...asFar.slice(0, count - nearer.length)];
    },
  };
}

/** A blob may begin anywhere; numbers are read from where they are aligned. */
function sixteens(sketch: Buffer): Uint16Array {
  const aligned = sketch.byteOffset % 2 === 0 ? sketch : Buffer.from(sketch);
  return new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 2);
}
