import { t } from '#contract/language/t.ts';
/** Why a request came back without an answer, as the person reads it. */
export function troubleSentence(
  trouble:
    | { readonly kind: 'not-accepted' | 'not-found' | 'no-longer' | 'not-stored'; readonly says: string }
    | { readonly kind: 'signed-out' | 'unreachable' | 'unexpected' },
): string {
  switch (trouble.kind) {
    case 'not-accepted':
    case 'not-found':
    case 'no-longer':
    case 'not-stored':
      return trouble.says;
    case 'signed-out':
      return t`This page is no longer connected. Nothing was done. Open Life OS again from where you started it.`;
    case 'unreachable':
      return t`Couldn’t reach Life OS on this computer. Nothing was done. Check that it is still running.`;
    case 'unexpected':
      return t`Something went wrong inside Life OS. Try again; if it happens again, start Life OS anew.`;
  }
}
