import type { Action, ActionContext, Surroundings } from '#connectors/sdk/action.ts';
import { accountFolder, type FileForm } from '#connectors/sdk/dav/account-folder.ts';
import { inAccount } from '#connectors/sdk/dav/in-account.ts';
import type { DavKind, DavObject } from '#connectors/sdk/dav/open-dav.ts';
import type { Json } from '#contract/model/json.ts';
import type { Result } from '#contract/model/result.ts';

/** An action that works on a file of this computer, done on the account that a file stands for. */
export function overAccountFolder<Kept extends { readonly uid: string; readonly object: DavObject }>(
  action: Action,
  kind: DavKind,
  form: FileForm<Kept>,
  scopes: { readonly reads: string; readonly changes: string },
): Action {
  const { look, findEarlier, readBack, undo } = action;

  const there = <Where extends Surroundings | ActionContext<Json>, T>(
    where: Where,
    work: (there: Where) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    inAccount(kind, where, ({ dav, name }) =>
      work({
        ...where,
        signal: where.signal,
        folder: accountFolder({ dav, form, account: name, own: where.folder }),
      }),
    );

  return {
    ...action,
    name: action.name.replace(/^[^.]+/, kind.words.provider),
    scopes: [action.risk === 'L0' ? scopes.reads : scopes.changes],
    run: (input, context) => there(context, (at) => action.run(input, at)),
    ...(look && { look: (input, surroundings) => there(surroundings, (at) => look(input, at)) }),
    ...(findEarlier && { findEarlier: (input, context) => there(context, (at) => findEarlier(input, at)) }),
    ...(readBack && { readBack: (output, context) => there(context, (at) => readBack(output, at)) }),
    ...(undo && { undo: (output, context) => there(context, (at) => undo(output, at)) }),
  } satisfies Action;
}
