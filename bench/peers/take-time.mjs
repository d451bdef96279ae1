import { answerParent, readRequest } from '../engine/answer-parent.ts';

/** What the bench asks for: a shape, a folder of its own, and where a peer has a server, its address. */
export const request = readRequest();

/** Does all runs of the shape once and tells the bench how long that took. What `work` sets up first isn't counted. */
export async function takeTime(work) {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { runs, steps } = request.shape;
  return () => answerParent({ steps: runs * steps, seconds });
}

/** The numbers of all runs of the shape. */
export const runNumbers = Array.from({ length: request.shape.runs }, (_, index) => index + 1);

/** Does a run's steps in the order of its shape; `step` does the one of that number, durably. */
export async function inShape(step) {
  const { kind, steps } = request.shape;
  if (kind === 'chain') for (let number = 1; number <= steps; number += 1) await step(number);
  else {
    await Promise.all(Array.from({ length: steps - 1 }, (_, index) => step(index + 1)));
    await step(steps);
  }
}

/** What every step answers, as long as the one of the engine that it is held against. */
export const answer = (number) => ({ text: `Answer number ${number}` });
