import type { Surroundings } from '#connectors/sdk/action.ts';

/** The same world, in which the first change of anything breaks off: before it is made, or once it is made. */
export function breakOnce(
  surroundings: Surroundings,
  when: 'before' | 'after',
): { surroundings: Surroundings; hasBroken(): boolean } {
  let hasBroken = false;

  function breaking<Args extends unknown[], T>(change: (...args: Args) => Promise<T>) {
    return async (...args: Args): Promise<T> => {
      if (hasBroken) return change(...args);
      hasBroken = true;
      if (when === 'after') await change(...args);
      throw new Error(`The process ended ${when} the change.`);
    };
  }

  const { folder, alarms, places } = surroundings;
  return {
    hasBroken: () => hasBroken,
    surroundings: {
      ...surroundings,
      places: { ...places, change: breaking(places.change) },
      folder: { ...folder, write: breaking(folder.write), remove: breaking(folder.remove) },
      alarms: {
        ...alarms,
        arm: breaking(alarms.arm),
        replace: breaking(alarms.replace),
        putBack: breaking(alarms.putBack),
        disarm: breaking(alarms.disarm),
      },
    },
  };
}
