import type { OutsidePart } from '#connectors/sdk/action.ts';
import { nameOf } from '#connectors/sdk/places/place.ts';
import type { Place } from '#connectors/sdk/places/places.ts';
import { sayName } from '#connectors/sdk/places/say-file.ts';

/** What a file is called and says, somebody else may have chosen: what is downloaded, sent or shared lies here too. */
export const outsideFile = (place: Place, path = ''): OutsidePart => ({
  path,
  item: sayName(place),
  what: 'file',
  title: sayName(nameOf(place)),
  by: null,
});
