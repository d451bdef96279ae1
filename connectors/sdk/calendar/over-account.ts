import type { Action, ActionContext, Surroundings } from '#connectors/sdk/action.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Json } from '#contract/model/json.ts';
import type { Result } from '#contract/model/result.ts';

/** Where the events are: an account, as a folder whose one file is its calendar. */
export type CalendarAccount = {
  readonly provider: string;
  readonly scopesOf: (action: Pick<Action, 'risk'>) => readonly string[];
  within<Where extends Surroundings | ActionContext<Json>, T>(
    where: Where,
    work: (there: Where) => Promise<Result<T>>,
  ): Promise<Result<T>>;
};

/**
 * An action of the calendar on this computer, done in the calendar of an account: the same words, the same rules of
 * time, series and undo, with the account's events where the file's were.
 */
export function overAccount(account: CalendarAccount, action: Action): Action {
  const { look, findEarlier, readBack, undo } = action;
  const { within } = account;
  return {
    ...action,
    name: action.name.replace(/^[^.]+/, account.provider),
    scopes: account.scopesOf(action),
    effect: (input, before) => reaching(action.effect(input, before), before),
    run: (input, context) => within(context, (there) => action.run(input, there)),
    ...(look && { look: (input, surroundings) => within(surroundings, (there) => look(input, there)) }),
    ...(findEarlier && { findEarlier: (input, context) => within(context, (there) => findEarlier(input, there)) }),
    ...(readBack && { readBack: (output, context) => within(context, (there) => readBack(output, there)) }),
    ...(undo && { undo: (output, context) => within(context, (there) => undo(output, there)) }),
  } satisfies Action;
}

/** An event that others were invited to: the service tells them of every change, so that it reaches them too. */
export function reaching(effect: Effect, before: Json): Effect {
  const invited = attendeesIn(JSON.stringify(before));
  return invited.length === 0 ? effect : { ...effect, audience: 'stranger', recipients: [...invited] };
}

const attendeesIn = (text: string): readonly string[] => {
  const unfolded = text.replaceAll(/\\r\\n[ \t]|\\n[ \t]/g, '');
  const found = [...unfolded.matchAll(/(?:\\n|")ATTENDEE[^"]*?:mailto:([^\s"\\]+)/gi)].map(
    ([, address = '']) => address,
  );
  return [...new Set(found.map((address) => address.toLowerCase()))].sort();
};
