import { type CoreFigures, type Figures, speedOf } from './figures.ts';
import type { Shape, ShapeId } from './shapes.ts';

/** One engine that is measured: ours, a peer, or bare SQLite. */
export type Contender = {
  /** As the command line and the table call it. */
  readonly name: string;
  /** Version, and what makes a step durable. */
  readonly says: string;
  /** Does the whole shape in processes of its own and ends every one of them. */
  run(shape: Shape): Promise<Outcome>;
};

/** Why there is no figure, in a sentence: what cannot run is named and never left out. */
export type NoFigure = { readonly because: string };
export type Outcome = Figures | CoreFigures | NoFigure;

export type Measured = { readonly contender: Contender; readonly outcomes: ReadonlyMap<ShapeId, Outcome> };

/**
 * Every contender in turn, and that as many times as there are rounds, so that a moment in which the machine was
 * busy hits all alike. Of the rounds, the one in the middle counts; a contender that breaks in one has no figure.
 */
export async function measureAll(
  contenders: readonly Contender[],
  shapes: readonly Shape[],
  rounds: number,
  say: (line: string) => void,
): Promise<Measured[]> {
  const taken = contenders.map((contender) => ({ contender, outcomes: new Map<ShapeId, Outcome[]>() }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, outcomes } of taken) {
      for (const shape of shapes) {
        const outcome = await contender.run(shape).catch((error: unknown) => ({ because: String(error) }));
        outcomes.set(shape.id, [...(outcomes.get(shape.id) ?? []), outcome]);
        say(`(${shape.id}) ${contender.name}: ${describe(outcome)}`);
      }
    }
  }
  return taken.map(({ contender, outcomes }) => ({
    contender,
    outcomes: new Map([...outcomes].map(([id, all]) => [id, middleOf(all)])),
  }));
}

/** The outcome with the speed in the middle; the first one without a figure where there is one. */
export function middleOf(outcomes: readonly Outcome[]): Outcome {
  const figures = outcomes.filter((outcome) => 'seconds' in outcome).toSorted((a, b) => speedOf(a) - speedOf(b));
  const broken = outcomes.find((outcome) => 'because' in outcome);
  return broken ?? figures[Math.floor(figures.length / 2)] ?? { because: 'It was not measured.' };
}

const describe = (outcome: Outcome): string =>
  'because' in outcome ? outcome.because : `${Math.round(speedOf(outcome)).toLocaleString('en')} steps/s`;
