import { hrefOf } from '#renderer/client/address.ts';
import type { Api } from '#renderer/client/api.ts';

/** Before anything is drawn, so that nobody sees a screen come and go. Only who opens the app at its door is led there. */
export async function openFirstStart(api: Api): Promise<void> {
  if (!['', '#', '#/'].includes(window.location.hash)) return;
  // Where the app doesn't answer, the screens say so.
  const state = await api.onboarding.get().catch(() => null);
  if (state?.opensByItself) window.location.replace(hrefOf({ screen: 'welcome' }));
}
