import type { Models } from '#contract/api/models.ts';
import { saidIn } from '#contract/language/said-in.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { ModelCall } from '#contract/model/model-call.ts';
import { ModelProfileSchema, type ModelSettings } from '#contract/model/model-settings.ts';
import {
  costsOfModelCalls,
  forgetTexts,
  keepTextsFor,
  listModelCalls,
  type ModelCallRow,
  sumOfDay,
} from '#db/repositories/model-calls.ts';
import { nextCursor, readCursor } from '#main/api/cursor.ts';
import { door, orNotFound, refuseIf, toError } from '#main/api/door.ts';
import { findSettingsProblem } from '#main/model-router/check-settings.ts';
import { localDay } from '#main/model-router/ledger.ts';
import { doubtedModels, relyAgain, sayDoubt, sayModel } from '#main/model-router/reliance.ts';
import { changedSettings, readModelSettings, saveModelSettings } from '#main/model-router/settings-in-force.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { catalogueOf } from '#main/orchestrator/plan-run.ts';
import { tryOutModel } from '#main/planner/with-model/try-out.ts';
import { modelKeyName } from '#main/vault/model-key.ts';
import modelWords from '#resources/packs/everyday/models.json' with { type: 'json' };

const words = saidIn(modelWords);

async function showModels({ journal, models }: Engine): Promise<Models> {
  const { orm } = journal;
  const settings = readModelSettings(orm);
  const standings = await models.standings();
  const asked = await Promise.all(
    ModelProfileSchema.options.map(async (profile) => ({
      profile,
      models: (await models.wouldAsk(profile)).map(sayModel),
    })),
  );
  return {
    settings,
    providers: standings.map(({ setting, provider, says, onThisComputer, offers, hasKey }) => ({
      id: setting.id,
      title: setting.title,
      ready: provider !== null,
      needsKey: setting.secret !== null,
      hasKey,
      says,
      onThisComputer,
      offers: offers.filter(({ embeds }) => !embeds).map(({ name }) => name),
    })),
    asked,
    notReliedOn: Object.entries(doubtedModels(orm)).map(([model, doubt]) => ({
      model,
      since: doubt.since,
      says: sayDoubt(doubt),
    })),
    spentToday: {
      millionths: sumOfDay(orm, localDay(orm, journal.now()), settings.budget.currency),
      currency: settings.budget.currency,
    },
  };
}

const showCall = (
  { createdAt, keptUntil, currency, cost, day: _day, sent, answer, ...row }: ModelCallRow,
  now: Instant,
): ModelCall => ({
  ...row,
  // It is forgotten with the next call, and nobody needs to have looked at it until then.
  sent: keptUntil <= now ? null : sent,
  answer: keptUntil <= now ? null : answer,
  at: createdAt,
  keptUntil,
  cost: { millionths: cost, currency },
});

export const models = {
  get: door.models.get.handler(({ context: { engine } }) => showModels(engine)),
  update: door.models.update.handler(async ({ input, context: { engine, actor } }) => {
    await engine.journal.write((tx) => {
      const before = readModelSettings(tx.orm);
      const settings = changedSettings(before, input);
      refuseIf(findSettingsProblem(settings));
      saveModelSettings(tx, settings, tx.now);
      if (settings.privacy.keepDays !== before.privacy.keepDays) {
        keepTextsFor(tx, settings.privacy.keepDays);
        forgetTexts(tx, tx.now);
      }
      tx.append({ actor, body: { kind: 'models.changed', says: words.changed } });
    });
    engine.models.forget();
    return showModels(engine);
  }),
  keepKey: door.models.keepKey.handler(async ({ input: { id, key }, context: { engine, actor } }) => {
    const { orm } = engine.journal;
    const secret = orNotFound(readModelSettings(orm).providers.find((each) => each.id === id)?.secret, {
      refused: 'not-found',
      says: words.wantsNoKey,
    });
    const name = modelKeyName(orm, secret);
    const kept = await (key === null ? engine.vault.forget(name) : engine.vault.keep(name, key));
    if (!kept.ok) throw toError({ refused: 'conflict', says: sayNotKept(kept.failure) });
    await engine.journal.write((tx) => tx.append({ actor, body: { kind: 'models.changed', says: words.keyChanged } }));
    engine.models.forget();
    return showModels(engine);
  }),
  calls: door.models.calls.handler(({ input, context: { engine } }) => {
    const { limit, cursor, ...wanted } = input;
    const { orm } = engine.journal;
    const rows = listModelCalls(orm, wanted, limit, readCursor(cursor)?.id);
    return {
      items: rows.map((row) => showCall(row, engine.journal.now())),
      nextCursor: nextCursor(rows, limit),
      costs: [...costsOfModelCalls(orm, wanted)],
    };
  }),
  tryOut: door.models.tryOut.handler(async ({ context: { engine, actor }, signal }) => {
    // What the person added is not told to a model that is only tried out.
    const catalogue = catalogueOf(engine).filter(({ tool }) => tool === undefined);
    const items = [];
    for (const name of await triedModels(engine)) {
      const whileAsked = signal ?? new AbortController().signal;
      const { passed, of } = await tryOutModel(engine.roles, name, catalogue, engine.tools.find, whileAsked);
      const isGood = of > 0 && passed === of;
      const isDoubted = doubtedModels(engine.journal.orm)[sayModel(name)] !== undefined;
      const template = !isDoubted ? words.tried : isGood ? words.reliedOnAgain : words.notYetReliedOn;
      const says = fill(template, { model: sayModel(name), passed: String(passed), of: String(of) });
      if (isGood) await engine.journal.write((tx) => relyAgain(tx, name, says, actor));
      items.push({ model: sayModel(name), passed, of, says });
    }
    return { items };
  }),
};

/** Those that are asked, and those that are not relied on and might be again; one that only hears can't be asked. */
async function triedModels({ models, journal }: Engine) {
  const asked = await Promise.all(
    ModelProfileSchema.exclude(['realtime_voice']).options.map((profile) => models.wouldAsk(profile)),
  );
  const all = asked.flat().map((name) => [sayModel(name), name] as const);
  const settings: ModelSettings = readModelSettings(journal.orm);
  const doubted = Object.keys(doubtedModels(journal.orm)).map((model) => {
    const [provider = ''] = model.split('/', 1);
    return [model, { provider, model: model.slice(provider.length + 1) }] as const;
  });
  const known = doubted.filter(([, { provider }]) => settings.providers.some(({ id }) => id === provider));
  return new Map([...all, ...known]).values();
}

const sayNotKept = (failure: Failure): string =>
  `${failure.kind === 'secrets-closed' ? failure.because : words.keyNotKept} ${words.nothingChanged}`;

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank);
