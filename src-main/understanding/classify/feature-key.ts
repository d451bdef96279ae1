/** A feature's name as a number of 32 bits (FNV-1a), so that the model carries no words. */
export function featureKey(feature: string): number {
  let key = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    key ^= feature.charCodeAt(at);
    key = Math.imul(key, 0x01000193);
  }
  return key >>> 0;
}
