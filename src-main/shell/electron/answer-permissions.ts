import type { Session } from 'electron';
import { isOurs } from '#main/shell/electron/app-address.ts';

const granted: ReadonlySet<string> = new Set(['notifications']);

/** Our page may notify; camera, microphone, location and everything else is denied without asking. */
export function answerPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(granted.has(permission) && isOurs(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => granted.has(permission) && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
}
