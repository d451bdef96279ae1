import { accountFolder, forgetAccount } from '#connectors/caldav/account-folder.ts';
import { DavFailure, PROVIDER } from '#connectors/caldav/dav-failure.ts';
import { readDavSettings } from '#connectors/caldav/dav-settings.ts';
import { openDav } from '#connectors/caldav/open-dav.ts';
import { accountOf } from '#connectors/sdk/account.ts';
import type { Action, ActionContext, Surroundings } from '#connectors/sdk/action.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Json } from '#contract/model/json.ts';
import { fail, type Result } from '#contract/model/result.ts';

/**
 * An action of the calendar on this computer, done in the calendar of an account: the same words, the same rules of
 * time, series and undo, with the account's events where the file's were.
 */
export function overAccount(action: Action): Action {
  const { look, findEarlier, readBack, undo } = action;
  const name = action.name.replace(/^[^.]+/, PROVIDER);
  return {
    ...action,
    name,
    scopes: action.risk === 'L0' ? ['read your calendars'] : ['read and change your calendars'],
    effect: (input, before) => reaching(action.effect(input, before), before),
    run: (input, context) => inAccount(context, (there) => action.run(input, there)),
    ...(look && { look: (input, surroundings) => inAccount(surroundings, (there) => look(input, there)) }),
    ...(findEarlier && { findEarlier: (input, context) => inAccount(context, (there) => findEarlier(input, there)) }),
    ...(readBack && { readBack: (output, context) => inAccount(context, (there) => readBack(output, there)) }),
    ...(undo && { undo: (output, context) => inAccount(context, (there) => undo(output, there)) }),
  } satisfies Action;
}

async function inAccount<Where extends Surroundings | ActionContext<Json>, T>(
  where: Where,
  work: (there: Where) => Promise<Result<T>>,
): Promise<Result<T>> {
  const account = accountOf(where, PROVIDER);
  if (!account.ok) return account;
  const settings = readDavSettings(account.value.settings);
  if (settings === null) return fail({ kind: 'needs-reconnect', provider: PROVIDER });
  const secret = await account.value.secret('password');
  if (!secret.ok) return secret;
  const name = `${settings.user} ${settings.url}`;
  const dav = openDav(settings, secret.value, where);
  try {
    return await work({ ...where, signal: where.signal, folder: accountFolder(dav, name, where.folder) });
  } catch (error) {
    if (!(error instanceof DavFailure)) throw error;
    if (error.failure.kind === 'needs-reconnect') forgetAccount(name);
    return fail(error.failure);
  }
}

/** An event that others were invited to: the service tells them of every change, so that it reaches them too. */
function reaching(effect: Effect, before: Json): Effect {
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
