import type { DavCollection } from '#connectors/sdk/dav/open-dav.ts';
import { misfit } from '#connectors/sdk/failures.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';
import { quoteAll } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/**
 * The calendar that is meant by a name: the one that is called so, else the one whose name holds it. Without a name the
 * first.
 */
export function chooseCalendar(name: string | null, all: readonly DavCollection[]): Result<DavCollection> {
  const [first] = all;
  if (first === undefined) return misfit(t`There is no calendar for events in your account.`);
  const wanted = foldText(name ?? '');
  if (wanted === '') return succeed(first);
  const whole = all.filter((each) => foldText(each.name) === wanted);
  const part = all.filter((each) =>
    foldText(each.name)
      .split(/[^\p{L}\p{N}]+/u)
      .includes(wanted),
  );
  const [only, ...others] = whole.length > 0 ? whole : part;
  if (only !== undefined && others.length === 0) return succeed(only);
  const names = quoteAll(all.map((each) => each.name));
  if (only === undefined)
    return misfit(t`There is no calendar called “${name ?? ''}” in your account. There are ${names}.`);
  return misfit(t`More than one calendar is called “${name ?? ''}”. There are ${names}.`);
}
