import type { EventEmitter } from 'node:events';

/** Tells of what is about to happen under each name; false when a listener prevented it. */
export function mayHappen(emitter: EventEmitter, names: readonly string[], details: object = {}): boolean {
  let prevented = false;
  const preventDefault = () => {
    prevented = true;
  };
  for (const name of names) emitter.emit(name, { ...details, preventDefault });
  return !prevented;
}
