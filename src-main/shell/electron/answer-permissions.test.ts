import type { Session } from 'electron';
import { expect, test } from 'vitest';
import { answerPermissions } from '#main/shell/electron/answer-permissions.ts';

type Handlers = {
  request: Parameters<Session['setPermissionRequestHandler']>[0];
  check: Parameters<Session['setPermissionCheckHandler']>[0];
  device: Parameters<Session['setDevicePermissionHandler']>[0];
};

function handlers(): Handlers {
  const kept: Handlers = { request: null, check: null, device: null };
  answerPermissions({
    setPermissionRequestHandler: (handler) => {
      kept.request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      kept.check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      kept.device = handler;
    },
  });
  return kept;
}

const ours = 'app://life-os/';
const others = [
  'notifications',
  'media',
  'geolocation',
  'midi',
  'clipboard-read',
  'openExternal',
  'fullscreen',
  'display-capture',
];

test.each(others)('%s is denied without asking', (permission) => {
  const { request, check } = handlers();
  let granted: boolean | null = null;
  const answer = (given: boolean) => {
    granted = given;
  };
  request?.({} as never, permission as 'media', answer, { requestingUrl: ours } as never);
  expect(granted).toBe(false);
  expect(check?.(null, permission as 'media', ours, {} as never)).toBe(false);
});

const asked = (mediaTypes: readonly string[], requestingUrl: string, isMainFrame = true) => {
  let granted: boolean | null = null;
  handlers().request?.(
    {} as never,
    'media',
    (given) => {
      granted = given;
    },
    { mediaTypes, requestingUrl, isMainFrame } as never,
  );
  return granted;
};

test('our own page may listen, and only that', () => {
  expect(asked(['audio'], `${ours}#/`)).toBe(true);
  expect(asked(['audio', 'video'], ours)).toBe(false);
  expect(asked(['video'], ours)).toBe(false);
  expect(asked([], ours)).toBe(false);
  expect(asked(['audio'], ours, false)).toBe(false);
  const { check } = handlers();
  const mayHear = (details: object, origin = ours) =>
    check?.(null, 'media', origin, { isMainFrame: true, ...details } as never);
  expect(mayHear({ mediaType: 'audio', securityOrigin: 'app://life-os' })).toBe(true);
  expect(mayHear({ mediaType: 'video', securityOrigin: ours })).toBe(false);
  expect(mayHear({ mediaType: 'audio', securityOrigin: ours, isMainFrame: false })).toBe(false);
});

test.each(['https://example.com/', 'app://life-os.example/', 'app://life-osx/', 'file:///', ''])(
  '%s may not listen',
  (address) => {
    expect(asked(['audio'], address)).toBe(false);
    const { check } = handlers();
    expect(
      check?.(null, 'media', address, { mediaType: 'audio', securityOrigin: address, isMainFrame: true } as never),
    ).toBe(false);
  },
);

test('no device is ever handed out', () => {
  expect(handlers().device?.({} as never)).toBe(false);
});
