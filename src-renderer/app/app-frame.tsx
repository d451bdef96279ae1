import { BookUser, CircleCheck, History, House, Pause, Play, Plug, ShieldCheck, Zap } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import { type Address, hrefOf } from '#renderer/client/address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import type { Connection } from '#renderer/client/live-events.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Badge } from '#renderer/design/badge.tsx';
import { Button } from '#renderer/design/button.tsx';
import { Banner, BarEnds, Frame, type Place } from '#renderer/design/frame.tsx';
import { Text } from '#renderer/design/text.tsx';
import { frameWords, pausedBanner, waitingCount } from '#renderer/words/frame.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutStatus = ({ body }: LoggedEvent) =>
  body.kind.startsWith('approval.') || body.kind.startsWith('pause.') || body.kind === 'run.changed';
const aboutPause = ({ body }: LoggedEvent) => body.kind.startsWith('pause.');

type AppFrameProps = { readonly address: Address; readonly connection: Connection; readonly children: ReactNode };

/** What stands around every screen: the places, how the connection is, and Pause everything. */
export function AppFrame({ address, connection, children }: AppFrameProps) {
  const api = useApi();
  const status = useFresh((from) => from.status.get(), aboutStatus);
  const pause = useFresh((from) => from.pause.get(), aboutPause);
  const { busy, trouble, press } = usePress();
  const waiting = status.data?.waitingApprovals ?? 0;
  const receipt = pause.data;
  const paused = receipt?.paused ?? false;

  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) ${frameWords.name}` : frameWords.name;
  }, [waiting]);

  const switchPause = () =>
    void press(async () => {
      await (paused ? api.pause.resume() : api.pause.everything());
      pause.refresh();
    });

  return (
    <Frame
      name={frameWords.name}
      navigationLabel={frameWords.navigation}
      skipLabel={frameWords.skip}
      places={placesOf(address, waiting)}
      banner={
        receipt?.paused ? <Banner icon={Pause}>{pausedBanner(receipt.since, receipt.stillOut.length)}</Banner> : null
      }
      titleBar={
        <BarEnds
          start={
            trouble ? (
              <Text size="small" tone="danger">
                {troubleSentence(trouble)}
              </Text>
            ) : (
              <ConnectionNote connection={connection} />
            )
          }
          end={
            <Button kind={paused ? 'primary' : 'quiet'} icon={paused ? Play : Pause} busy={busy} onPress={switchPause}>
              {paused ? frameWords.resume : frameWords.pause}
            </Button>
          }
        />
      }
    >
      {children}
    </Frame>
  );
}

function ConnectionNote({ connection }: { readonly connection: Connection }) {
  return (
    <div role="status">
      {connection === 'reconnecting' ? <Badge tone="warn">{frameWords.reconnecting}</Badge> : null}
    </div>
  );
}

function placesOf({ screen }: Address, waiting: number): readonly Place[] {
  const { places } = frameWords;
  const place = (name: Exclude<Address['screen'], 'run'>, icon: Place['icon']): Place => ({
    href: hrefOf({ screen: name }),
    label: places[name],
    icon,
    current: screen === name || (name === 'home' && screen === 'run'),
    count: name === 'approvals' && waiting > 0 ? { figure: waiting, says: waitingCount(waiting) } : null,
  });
  return [
    place('home', House),
    place('approvals', CircleCheck),
    place('automations', Zap),
    place('timeline', History),
    place('integrations', Plug),
    place('policies', ShieldCheck),
    place('memory', BookUser),
  ];
}
