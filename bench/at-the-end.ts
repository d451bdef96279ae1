const still = new Set<() => void>();

/**
 * Does `work` when this process ends, also when somebody stops it, so that no server, child or folder outlives the
 * bench. Answers with how to call that off. It has to be done at once: nothing is awaited at the end.
 */
export function atTheEnd(work: () => void): () => void {
  if (still.size === 0) {
    process.on('exit', doAll);
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  }
  still.add(work);
  return () => {
    still.delete(work);
    if (still.size > 0) return;
    process.off('exit', doAll);
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}

/** What was begun last is ended first: a server before the folder that it writes into. */
function doAll(): void {
  for (const work of [...still].reverse()) work();
}

const stop = () => process.exit(1);
