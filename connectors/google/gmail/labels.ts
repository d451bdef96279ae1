import type { GoogleSession } from '#connectors/google/google-session.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';

export type Label = { readonly id: string; readonly name: string };

/** A label as the person names it, blind to capitals; for “a/b” also its last part. Null when there is none. */
export async function findLabel(session: GoogleSession, wanted: string): Promise<Label | null> {
  const { data } = await (await session.gmail()).users.labels.list({ userId: 'me' });
  const labels = (data.labels ?? []).flatMap(({ id, name }) => (id && name ? [{ id, name }] : []));
  const folded = foldText(wanted);
  return (
    labels.find(({ name }) => name === wanted) ??
    labels.find(({ name }) => foldText(name) === folded) ??
    labels.find(({ name }) => foldText(name.split('/').at(-1) ?? '') === folded) ??
    null
  );
}

/** Puts labels on an email and takes others off, in one request. */
export async function changeLabels(
  session: GoogleSession,
  id: string,
  add: readonly string[],
  remove: readonly string[],
): Promise<void> {
  if (add.length + remove.length === 0) return;
  const requestBody = { addLabelIds: [...add], removeLabelIds: [...remove] };
  await (await session.gmail()).users.messages.modify({ userId: 'me', id, requestBody });
}
