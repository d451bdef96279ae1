import type { OutsidePart } from '#connectors/sdk/action.ts';
import { nameOf } from '#connectors/sdk/places/place.ts';
import type { Place } from '#connectors/sdk/places/places.ts';
import { sayName } from '#connectors/sdk/places/say-file.ts';
import type { Effect } from '#contract/model/effect.ts';

export const onlyLooks: Effect = { kind: 'none', audience: 'nobody', recipients: [], reversible: 'yes' };
/** Where the person's own files lie and what they are called is their own business. */
export const changesFiles: Effect = { kind: 'file', audience: 'self', recipients: [], reversible: 'yes' };
export const looksOnly = 'This only looks, so there is nothing to take back.';

/** What a file is called and says, somebody else may have chosen: what is downloaded, sent or shared lies here too. */
export const outsideFile = (place: Place, path = ''): OutsidePart => ({
  path,
  item: sayName(place),
  what: 'file',
  title: sayName(nameOf(place)),
  by: null,
});
