import type { Session } from 'electron';
import { APP_URL } from '#main/shell/electron/app-address.ts';

type Handlers = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/**
 * Our own page may listen, as it does while the person holds the button for it, and nothing else: no camera, no place
 * and no notices of its own. Any other page is granted nothing.
 */
export function answerPermissions(session: Handlers): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isSound = permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'audio');
    answer(isSound && details.isMainFrame === true && isOwn(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      permission === 'media' &&
      details.mediaType === 'audio' &&
      details.isMainFrame === true &&
      isOwn(details.securityOrigin ?? origin),
  );
  session.setDevicePermissionHandler(() => false);
}

const isOwn = (address = ''): boolean => `${address.replace(/\/$/, '')}/`.startsWith(APP_URL);
