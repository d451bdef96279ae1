import { useEffect } from 'react';
import { announceEvents } from '#renderer/app/announce-events.ts';
import { AppFrame } from '#renderer/app/app-frame.tsx';
import { ClosedDoor } from '#renderer/app/closed-door.tsx';
import { GuidedFrame } from '#renderer/app/guided-frame.tsx';
import { useAskCalls } from '#renderer/app/keyboard.ts';
import { Screen } from '#renderer/app/screen.tsx';
import { useAddress } from '#renderer/app/use-address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { followEvents, useLive } from '#renderer/client/live-events.ts';
import { ToastRegion } from '#renderer/design/toast.tsx';
import { frameWords } from '#renderer/words/frame.ts';

export function App() {
  const api = useApi();
  const address = useAddress();
  const askCalls = useAskCalls();
  const connection = useLive((live) => live.connection);

  useEffect(() => {
    const leaving = new AbortController();
    void followEvents(api, leaving.signal);
    const quiet = announceEvents();
    return () => {
      leaving.abort();
      quiet();
    };
  }, [api]);

  if (connection === 'signed-out') return <ClosedDoor />;
  return (
    <>
      {address.screen === 'welcome' ? (
        <GuidedFrame />
      ) : (
        <AppFrame address={address} connection={connection}>
          <Screen address={address} askCalls={askCalls} />
        </AppFrame>
      )}
      <ToastRegion closeLabel={frameWords.closeToast} />
    </>
  );
}
