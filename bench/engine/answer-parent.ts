/** In a program that `runInChild` started: what its parent wants. */
export const readRequest = <Wanted>(): Wanted => JSON.parse(process.argv[2] ?? 'null') as Wanted;

/** Tells the parent what came of it, and lets the process end. */
export function answerParent<Answer extends object>(answer: Answer): void {
  process.send?.(answer, () => process.disconnect());
}
