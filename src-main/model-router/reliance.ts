import { z } from 'zod';
import { saidIn } from '#contract/language/said-in.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { listVerdicts } from '#db/repositories/model-calls.ts';
import { findPolicy, savePolicy } from '#db/repositories/settings.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { readModelSettings } from '#main/model-router/settings-in-force.ts';
import modelWords from '#resources/packs/everyday/models.json' with { type: 'json' };

const words = saidIn(modelWords);

/** A model by provider and name: `openai/gpt-5.2`. */
export type ModelName = { readonly provider: string; readonly model: string };
export const sayModel = ({ provider, model }: ModelName): string => `${provider}/${model}`;

const DoubtSchema = z.object({ since: InstantSchema, passed: z.number().int(), of: z.number().int() });
export type Doubt = z.infer<typeof DoubtSchema>;
const RelianceSchema = z.object({
  /** Models that are not relied on. */
  doubted: z.record(z.string(), DoubtSchema),
  /** From when on a model's answers count, since it was relied on again. */
  countsFrom: z.record(z.string(), InstantSchema),
});
type Reliance = z.infer<typeof RelianceSchema>;

function readReliance(orm: Orm): Reliance {
  const stored = RelianceSchema.safeParse(findPolicy(orm, 'model-reliance'));
  return stored.success ? stored.data : { doubted: {}, countsFrom: {} };
}

const save = (tx: Tx, reliance: Reliance, now: string): void => savePolicy(tx, 'model-reliance', reliance, now);

export const doubtedModels = (orm: Orm): Readonly<Record<string, Doubt>> => readReliance(orm).doubted;

/** While a model is in doubt, what any model planned is not done by itself. */
export const isFrozen = (orm: Orm): boolean => Object.keys(doubtedModels(orm)).length > 0;

export const sayDoubt = ({ passed, of }: Omit<Doubt, 'since'>): string =>
  words.notReliedOn.replace('{passed}', String(passed)).replace('{of}', String(of));

/** Counts the last answers of a model. With too few that could be used it is not relied on any more, and that is said. */
export function watchPasses(tx: JournalTx, name: ModelName): void {
  const reliance = readReliance(tx.orm);
  const model = sayModel(name);
  if (reliance.doubted[model] !== undefined) return;
  const { lookAt, least, passRate } = readModelSettings(tx.orm).watch;
  const verdicts = listVerdicts(tx.orm, name, reliance.countsFrom[model] ?? '', lookAt);
  const passed = verdicts.filter(Boolean).length;
  if (verdicts.length < least || passed >= passRate * verdicts.length) return;
  const doubt = { since: tx.now, passed, of: verdicts.length };
  save(tx, { ...reliance, doubted: { ...reliance.doubted, [model]: doubt } }, tx.now);
  tx.append({ actor: 'life-os', body: { kind: 'model.doubted', model, says: sayDoubt(doubt), passed, of: doubt.of } });
}

/** It answered known questions well; what came before does not count any more. */
export function relyAgain(tx: JournalTx, name: ModelName, says: string, actor: string): void {
  const { doubted, countsFrom } = readReliance(tx.orm);
  const model = sayModel(name);
  const { [model]: doubt, ...rest } = doubted;
  save(tx, { doubted: rest, countsFrom: { ...countsFrom, [model]: tx.now } }, tx.now);
  if (doubt) tx.append({ actor, body: { kind: 'model.relied-on', model, says } });
}
