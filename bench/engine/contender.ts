import { type Figures, speedOf } from './figures.ts';
import type { Shape, ShapeId } from './shapes.ts';

/** One engine that is measured: ours, a peer, or bare SQLite. */
export type Contender<Kind extends Figures = Figures> = {
  /** As the command line and the table call it. */
  readonly name: string;
  /** Version, and what makes a step durable. */
  readonly says: string;
  /** Does the whole shape in processes of its own and ends every one of them. */
  run(shape: Shape): Promise<Outcome<Kind>>;
};

/** Why there is no figure, in a sentence: what cannot run is named and never left out. */
export type NoFigure = { readonly because: string };
export type Outcome<Kind extends Figures = Figures> = Kind | NoFigure;

export type Measured<Kind extends Figures = Figures> = {
  readonly contender: Contender<Kind>;
  readonly outcomes: ReadonlyMap<ShapeId, Outcome<Kind>>;
};

/**
 * Every contender in turn, and that as many times as there are rounds, so that a moment in which the machine was
 * busy hits all alike. Of the rounds, the one in the middle counts; one without a figure says why at once.
 */
export async function measureAll<Kind extends Figures>(
  contenders: readonly Contender<Kind>[],
  shapes: readonly Shape[],
  rounds: number,
): Promise<Measured<Kind>[]> {
  const taken = contenders.map((contender) => ({ contender, outcomes: new Map<ShapeId, Outcome<Kind>[]>() }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, outcomes } of taken) {
      for (const shape of shapes) {
        const outcome = await runAloud(contender, shape);
        outcomes.set(shape.id, [...(outcomes.get(shape.id) ?? []), outcome]);
      }
    }
  }
  return taken.map(({ contender, outcomes }) => ({
    contender,
    outcomes: new Map([...outcomes].map(([id, all]) => [id, middleOf(all)])),
  }));
}

/** A contender that breaks has no figure, and the others go on. */
async function runAloud<Kind extends Figures>(contender: Contender<Kind>, shape: Shape): Promise<Outcome<Kind>> {
  process.stderr.write(`(${shape.id}) ${contender.name} … `);
  const outcome = await contender.run(shape).catch((error: unknown): NoFigure => ({ because: String(error) }));
  const said = 'because' in outcome ? outcome.because : `${Math.round(speedOf(outcome)).toLocaleString('en')} steps/s`;
  process.stderr.write(`${said}\n`);
  return outcome;
}

function middleOf<Kind extends Figures>(outcomes: readonly Outcome<Kind>[]): Outcome<Kind> {
  const broken = outcomes.find((outcome) => 'because' in outcome);
  const sorted = outcomes
    .filter((outcome): outcome is Kind => !('because' in outcome))
    .toSorted((a, b) => speedOf(a) - speedOf(b));
  return broken ?? sorted[Math.floor(sorted.length / 2)] ?? { because: 'It was not measured.' };
}
