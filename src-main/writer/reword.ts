import type { Reword } from '#connectors/sdk/action.ts';
import type { StepId } from '#contract/model/plan.ts';
import type { Orm } from '#db/open-database.ts';
import { findRun } from '#db/repositories/runs.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { DEMAND_OF_TEXT, type ShorterLines, shorterLinesTemplate } from '#main/roles/generate-artifact.ts';
import type { Roles } from '#main/roles/roles.ts';

/** After this nobody waits any longer, and the person's own words stand. */
const LONGEST_WAIT_MS = 40_000;
const MOST_PROBLEMS = 10;

/** The step that lines are put shorter for. */
export type RewordFor = { readonly runId: string; readonly stepId: StepId };

/**
 * Has a model put lines of the person's own shorter. It is told once which of them say something else; those that still
 * do are left as they are, one by one, and so is everything when no model can be asked, none answers in time, or the
 * person stops it.
 */
export const createReword =
  (orm: Orm, router: Pick<ModelRouter, 'canAsk'>, { generateArtifact }: Pick<Roles, 'generateArtifact'>) =>
  ({ runId, stepId }: RewordFor): Reword =>
  async ({ lines, check, signal }) => {
    const own = lines.map(() => null);
    const domains = ['career'] as const;
    if (lines.length === 0 || !(await router.canAsk({ demand: DEMAND_OF_TEXT, domains }))) return own;

    const problemsOf = (answer: ShorterLines): readonly string[] =>
      answer.lines.flatMap(({ number, text }) => {
        const problem = check(text, lines[number - 1]?.text ?? '');
        return problem === null ? [] : [`Line ${number}: ${problem}`];
      });
    let isToldOnce = false;
    const written = await generateArtifact(shorterLinesTemplate, {
      runId,
      stepId,
      automationId: findRun(orm, runId)?.automationId ?? null,
      about: '',
      domains,
      input: JSON.stringify({ lines: lines.map(({ text, first }, at) => ({ number: at + 1, text, skills: first })) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]),
      check(answer) {
        if (isToldOnce) return [];
        isToldOnce = true;
        return problemsOf(answer).slice(0, MOST_PROBLEMS);
      },
    });
    if (!written.ok) return own;
    const said = new Map(written.value.lines.map(({ number, text }) => [number, text]));
    return lines.map(({ text }, at) => {
      const line = said.get(at + 1);
      return line === undefined || check(line, text) !== null ? null : line;
    });
  };
