const SLOT = /\{(\w+)\}/g;

/**
 * A sentence of the pack with its gaps, such as `Put “{title}” in your calendar.`; throws when it is loaded
 * with other gaps than the code fills, since the person would otherwise read the braces.
 */
export function sentence<Slot extends string>(
  template: string,
  ...slots: readonly Slot[]
): (values: Readonly<Record<Slot, string>>) => string {
  const found = new Set([...template.matchAll(SLOT)].map(([, slot]) => slot));
  const isSame = found.size === slots.length && slots.every((slot) => found.has(slot));
  if (!isSame) throw new Error(`“${template}” should have the gaps ${slots.map((slot) => `{${slot}}`).join(' ')}.`);
  return (values) => template.replace(SLOT, (_, slot: Slot) => values[slot]);
}
