import type { Domain } from '#contract/model/domain.ts';
import type { ModelProfile, ModelSettings, Price } from '#contract/model/model-settings.ts';
import type { Provider } from '#main/model-router/provider.ts';
import { sayModel } from '#main/model-router/reliance.ts';
import { profileRules } from '#main/model-router/settings-in-force.ts';
import type { Standing } from '#main/model-router/standings.ts';

/** A model that may be asked now. */
export type Candidate = {
  readonly providerId: string;
  readonly provider: Provider;
  readonly model: string;
  readonly price: Price | null;
  readonly background: boolean;
  /** Whether what it is given leaves this computer. */
  readonly left: boolean;
  /** The profile that it is asked under: another than was wanted when none of that can be relied on. */
  readonly profile: ModelProfile;
};

type Known = {
  readonly settings: ModelSettings;
  readonly standings: readonly Standing[];
  readonly doubted: Readonly<Record<string, unknown>>;
};

/**
 * The models for a profile in the order in which they are asked, without those that are not relied on; when none is
 * left, those of the profile that stands in for it. For a part of life that stays here, only what runs here.
 */
export function candidatesFor(profile: ModelProfile, domains: readonly Domain[], known: Known): readonly Candidate[] {
  const staysHere = domains.some((domain) => known.settings.privacy.staysHere.includes(domain));
  const may = ({ providerId, model, left, price }: Candidate): boolean =>
    known.doubted[sayModel({ provider: providerId, model })] === undefined &&
    !(staysHere && left) &&
    // What has no price may have any.
    !(left && price === null);
  const own = servingProfile(profile, known).filter(may);
  const { instead } = profileRules[profile];
  return own.length > 0 || instead === null ? own : servingProfile(instead, known).filter(may);
}

function servingProfile(profile: ModelProfile, { settings, standings }: Known): readonly Candidate[] {
  const chosen = settings.models
    .filter(({ profiles }) => profiles.includes(profile))
    .flatMap(({ provider, name, price, background }) => {
      const standing = standings.find(({ setting }) => setting.id === provider);
      return standing ? candidateOf(standing, { profile, model: name, price, background }) : [];
    });
  // What is found and was not chosen from serves for everything but speech.
  const found = standings
    .filter(
      ({ setting }) => profile !== 'realtime_voice' && !settings.models.some(({ provider }) => provider === setting.id),
    )
    .flatMap((standing) =>
      standing.offers
        .filter(({ embeds }) => embeds === (profile === 'embedding'))
        .flatMap(({ name }) => candidateOf(standing, { profile, model: name, price: null, background: false })),
    );
  return [...chosen, ...found];
}

function candidateOf(
  { setting, provider, onThisComputer, offers }: Standing,
  { profile, model, price, background }: Pick<Candidate, 'profile' | 'model' | 'price' | 'background'>,
): readonly Candidate[] {
  if (provider === null) return [];
  const offered = offers.find(({ name }) => name === model);
  // Ollama names what it has; asking it for anything else fails.
  if (setting.kind === 'ollama' && offered === undefined) return [];
  const left = !onThisComputer || offered?.elsewhere === true;
  return [{ providerId: setting.id, provider, model, price, background, left, profile }];
}
