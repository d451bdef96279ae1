import {
  BookUser,
  ChartNoAxesColumn,
  CircleCheck,
  Drama,
  HardDrive,
  History,
  House,
  ListChecks,
  Plug,
  ShieldCheck,
  Zap,
} from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import { practiceHref } from '#renderer/app/practice-href.ts';
import { type Address, hrefOf } from '#renderer/client/address.ts';
import type { Connection } from '#renderer/client/live-events.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Badge } from '#renderer/design/badge.tsx';
import { Banner, BarEnds, Frame, type Place } from '#renderer/design/frame.tsx';
import { Text } from '#renderer/design/text.tsx';
import { PauseBanner } from '#renderer/features/pause/pause-banner.tsx';
import { PauseButton } from '#renderer/features/pause/pause-button.tsx';
import { PauseSheets } from '#renderer/features/pause/pause-sheets.tsx';
import { usePause } from '#renderer/features/pause/use-pause.ts';
import { frameWords, waitingCount } from '#renderer/words/frame.ts';
import { figure } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutStatus = ({ body }: LoggedEvent) =>
  body.kind.startsWith('approval.') ||
  body.kind.startsWith('pause.') ||
  body.kind.startsWith('storage.') ||
  body.kind === 'run.changed';

type AppFrameProps = { readonly address: Address; readonly connection: Connection; readonly children: ReactNode };

/** What stands around every screen: the places, how the connection is, and Pause everything. */
export function AppFrame({ address, connection, children }: AppFrameProps) {
  const status = useFresh((from) => from.status.get(), aboutStatus);
  const pause = usePause();
  const waiting = status.data?.waitingApprovals ?? 0;
  const storage = status.data?.storage ?? null;

  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) ${frameWords.name}` : frameWords.name;
  }, [waiting]);

  return (
    <Frame
      name={frameWords.name}
      navigationLabel={frameWords.navigation}
      skipLabel={frameWords.skip}
      places={placesOf(address, waiting)}
      footPlaces={footPlacesOf(address)}
      banner={storage ? <Banner icon={HardDrive}>{storage.says}</Banner> : <PauseBanner view={pause} />}
      titleBar={
        <BarEnds
          start={
            pause.trouble ? (
              <Text size="small" tone="danger">
                {troubleSentence(pause.trouble)}
              </Text>
            ) : (
              <ConnectionNote connection={connection} />
            )
          }
          end={<PauseButton view={pause} />}
        />
      }
    >
      {children}
      <PauseSheets view={pause} />
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

const { places: names } = frameWords;

function placesOf({ screen }: Address, waiting: number): readonly Place[] {
  const place = (name: Exclude<Address['screen'], 'run'>, icon: Place['icon']): Place => ({
    href: hrefOf({ screen: name }),
    label: names[name],
    icon,
    current: screen === name || (name === 'home' && screen === 'run'),
    count: name === 'approvals' && waiting > 0 ? { figure: figure(waiting), says: waitingCount(waiting) } : null,
  });
  return [
    place('home', House),
    place('approvals', CircleCheck),
    place('automations', Zap),
    place('timeline', History),
    place('insights', ChartNoAxesColumn),
    place('integrations', Plug),
    place('policies', ShieldCheck),
    place('memory', BookUser),
  ];
}

/** What is seldom wanted: going through the first start again, and rehearsing. */
function footPlacesOf({ screen }: Address): readonly Place[] {
  const setUp: Place = {
    href: hrefOf({ screen: 'welcome' }),
    label: names.welcome,
    icon: ListChecks,
    current: screen === 'welcome',
    count: null,
  };
  const href = practiceHref();
  if (href === null) return [setUp];
  return [setUp, { href, label: names.practice, icon: Drama, current: false, count: null }];
}
