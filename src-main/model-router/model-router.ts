import type { Domain } from '#contract/model/domain.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { SentText } from '#contract/model/model-call.ts';
import type { ModelProfile } from '#contract/model/model-settings.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { closeInterrupted, forgetTexts } from '#db/repositories/model-calls.ts';
import type { Journal } from '#main/events/journal.ts';
import { type Ask, createAskOne, noModel, stopped } from '#main/model-router/ask-one.ts';
import { type Candidate, candidatesFor } from '#main/model-router/candidates.ts';
import { chooseProfile } from '#main/model-router/choose-profile.ts';
import { embedTexts } from '#main/model-router/embed-texts.ts';
import { jsonSchemaOf, type Read, readAnswer, unusable, type Wanted } from '#main/model-router/read-answer.ts';
import { createRedaction } from '#main/model-router/redact.ts';
import { doubtedModels, type ModelName } from '#main/model-router/reliance.ts';
import { type ProfileRule, readModelSettings } from '#main/model-router/settings-in-force.ts';
import { findStanding, type Standing, type Surroundings } from '#main/model-router/standings.ts';
import { type OpenLine, openLine } from '#main/model-router/voice/open-line.ts';

export type Answered<T> = { readonly value: T; readonly by: ModelName };

export type ModelRouter = {
  /** Whether any model could be asked for this; the built-in ways are used at once when not. */
  canAsk(ask: Pick<Ask, 'demand' | 'domains' | 'onlyHere'>): Promise<boolean>;
  /**
   * Asks for JSON of a shape. An answer that cannot be used is sent back with what is wrong with it, at most twice; then
   * the next provider is asked. A failure is the last word of the last one: then what is built in has to do. `onText` is
   * handed the JSON so far each time, as another try may begin afresh.
   */
  ask<T>(ask: Ask, wanted: Wanted<T>, onText?: (soFar: string) => void): Promise<Result<Answered<T>>>;
  /**
   * Asks for a text that `check` finds nothing wrong with. `onText` is handed all of it so far each time, as another
   * try may begin afresh.
   */
  write(
    ask: Ask,
    check: (text: string) => readonly string[],
    onText?: (soFar: string) => void,
  ): Promise<Result<Answered<string>>>;
  /** Where texts lie among others, by this model. A model elsewhere is asked only while no part of life is to stay here. */
  embed(texts: readonly string[], by: ModelName, signal: AbortSignal): Promise<Result<readonly Float32Array[]>>;
  /** Whether somebody could write down what the person says. */
  canListen(): Promise<boolean>;
  /** Opens the way for what the person says; the budget for the longest of it is taken before. */
  listen(): Promise<Result<OpenLine>>;
  /** How every provider stands, as it was found within the last half minute. */
  standings(): Promise<readonly Standing[]>;
  /** The models that would be asked, in order. */
  wouldAsk(profile: ModelProfile): Promise<readonly ModelName[]>;
  /** Settings were changed: whatever was found out before is looked at anew. */
  forget(): void;
  /** After a start: closes what an earlier process left open, and forgets texts whose time is over. */
  recover(): Promise<void>;
};

export type RouterOptions = Surroundings & {
  readonly journal: Journal;
  /** The seams that tests use. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly rules?: Readonly<Record<ModelProfile, ProfileRule>>;
};

const PROVIDERS_ASKED = 3;
const KNOWN_FOR_MS = 30_000;

export function createModelRouter(options: RouterOptions): ModelRouter {
  const { journal } = options;
  /** Providers that said when they can be asked again. */
  const busyUntil = new Map<string, number>();
  const askOne = createAskOne({ ...options, noteBusy: (id, forMs) => busyUntil.set(id, performance.now() + forMs) });
  let known: { readonly at: number; readonly standings: Promise<readonly Standing[]> } | null = null;

  function standings(): Promise<readonly Standing[]> {
    const now = performance.now();
    if (known === null || now - known.at > KNOWN_FOR_MS) {
      const { providers } = readModelSettings(journal.orm);
      const found = Promise.all(providers.map((setting) => findStanding(setting, options)));
      known = { at: now, standings: found };
    }
    return known.standings;
  }

  async function candidates(profile: ModelProfile, domains: readonly Domain[]): Promise<readonly Candidate[]> {
    const settings = readModelSettings(journal.orm);
    const all = await standings();
    return candidatesFor(profile, domains, { settings, standings: all, doubted: doubtedModels(journal.orm) });
  }

  async function candidatesOf({
    demand,
    domains,
    only,
    onlyHere = false,
  }: Pick<Ask, 'demand' | 'domains' | 'only' | 'onlyHere'>): Promise<readonly Candidate[]> {
    if (only === undefined) {
      const all = await candidates(chooseProfile(demand), domains);
      return all.filter(({ left }) => !(onlyHere && left));
    }
    const settings = readModelSettings(journal.orm);
    const known = { settings, standings: await standings(), doubted: {} };
    const all = settings.models.find(({ provider, name }) => provider === only.provider && name === only.model);
    return candidatesFor(all?.profiles[0] ?? 'fast_structured', domains, known).filter(
      ({ providerId, model }) => providerId === only.provider && model === only.model,
    );
  }

  /** What is said can be about any part of life, and that is not known before it is heard. */
  async function listeners(): Promise<readonly Candidate[]> {
    const { staysHere } = readModelSettings(journal.orm).privacy;
    return (await candidates('realtime_voice', staysHere)).filter(({ provider }) => provider.hear !== undefined);
  }

  /** Goes from one provider to the next until one of them has answered. */
  async function goRound<T>(
    ask: Ask,
    tryOne: (candidate: Candidate) => Promise<Result<T>>,
  ): Promise<Result<Answered<T>>> {
    let last: Failure = noModel;
    const done = new Set<string>();
    for (const candidate of await candidatesOf(ask)) {
      const { providerId, model } = candidate;
      if (ask.signal.aborted) return fail(stopped);
      if (done.has(providerId) || done.size >= PROVIDERS_ASKED) continue;
      if ((busyUntil.get(providerId) ?? 0) > performance.now()) {
        last = { kind: 'rate-limited', retryAfterSeconds: 0 };
        continue;
      }
      const tried = await tryOne(candidate);
      if (tried.ok) return succeed({ value: tried.value, by: { provider: providerId, model } });
      last = tried.failure;
      // A model that is not there says nothing about the others of its provider, nor does a price.
      if (last.kind !== 'not-found') done.add(providerId);
    }
    return fail(ask.signal.aborted ? stopped : last);
  }

  return {
    standings,
    canAsk: async (ask) => (await candidatesOf(ask)).length > 0,
    async ask<T>(ask: Ask, wanted: Wanted<T>, onText?: (soFar: string) => void): Promise<Result<Answered<T>>> {
      const { hide, show } = createRedaction();
      const schema = { name: wanted.name, json: jsonSchemaOf(wanted.schema) };
      const sent = sentText(ask, hide(ask.input), JSON.stringify(schema.json));
      const read = (text: string) => readAnswer(text, wanted, show);
      const onShown = onText && ((text: string) => onText(show(text)));
      return goRound(ask, (candidate) => askOne(ask, candidate, { sent, schema, read, hide, onText: onShown }));
    },
    async write(ask, check, onText) {
      const { hide, show } = createRedaction();
      const sent = sentText(ask, hide(ask.input), null);
      const read = (text: string): Read<string> => {
        const written = show(text).trim();
        const problems = written === '' ? ['The answer is empty.'] : check(written);
        return problems.length === 0 ? { usable: true, value: written } : unusable(problems);
      };
      const onShown = onText && ((text: string) => onText(show(text)));
      return goRound(ask, (candidate) => askOne(ask, candidate, { sent, schema: null, read, hide, onText: onShown }));
    },
    async embed(texts, by, signal) {
      // What a text is about is not known here, so it may be of any part of life.
      const { staysHere } = readModelSettings(journal.orm).privacy;
      const all = await candidates('embedding', staysHere);
      const candidate = all.find(({ providerId, model }) => providerId === by.provider && model === by.model);
      if (!candidate) return fail(noModel);
      const { hide } = createRedaction();
      return embedTexts(journal, candidate, texts.map(hide), signal);
    },
    canListen: async () => (await listeners()).length > 0,
    async listen() {
      const [first] = await listeners();
      return first ? openLine(journal, first) : fail(noModel);
    },
    wouldAsk: async (profile) =>
      (await candidates(profile, [])).map(({ providerId, model }) => ({ provider: providerId, model })),
    forget() {
      known = null;
      busyUntil.clear();
    },
    recover: () =>
      journal.write((tx) => {
        closeInterrupted(tx);
        forgetTexts(tx, tx.now);
      }),
  };
}

const sentText = ({ prompt }: Ask, input: string, schema: string | null): SentText => ({
  instructions: prompt.instructions,
  input,
  schema,
});
