import type { JsonObject } from '#contract/model/json.ts';
import type { EventWords } from '#main/planner/intents/calendar/event-words.ts';
import type { StepDraft } from '#main/planner/intents/intent.ts';
import { knownValue } from '#main/planner/intents/memory/read-fact.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { shortened } from '#main/planner/text/wording.ts';

type Place = { readonly args: JsonObject; readonly origins: NonNullable<StepDraft['origins']> };

/** Where an event is: as said, or what is remembered of a place that is only named (“at my daughter's school”). */
export function eventPlace({ location }: EventWords, setting: Setting): Place {
  if (location === null) return { args: {}, origins: {} };
  const known = knownValue(location, setting);
  if (known === null) return { args: { location: shortened(location) }, origins: {} };
  return { args: { location: shortened(known.value) }, origins: { '/location': [known.mark] } };
}
