import { lazy, Suspense } from 'react';
import { practiceHref } from '#renderer/app/practice-href.ts';
import { Guided } from '#renderer/design/guided.tsx';
import { BarePage } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { PauseBanner } from '#renderer/features/pause/pause-banner.tsx';
import { PauseButton } from '#renderer/features/pause/pause-button.tsx';
import { PauseSheets } from '#renderer/features/pause/pause-sheets.tsx';
import { usePause } from '#renderer/features/pause/use-pause.ts';
import { frameWords } from '#renderer/words/frame.ts';

const FirstStart = lazy(async () => ({ default: (await import('#renderer/app/first-start.tsx')).FirstStart }));

/** The first start stands alone: nothing else to go to, and Pause everything as on every screen. */
export function GuidedFrame() {
  const pause = usePause();
  return (
    <Guided name={frameWords.name} bar={<PauseButton view={pause} />} banner={<PauseBanner view={pause} />}>
      <Suspense fallback={<Opening />}>
        <FirstStart practiceHref={practiceHref()} />
      </Suspense>
      <PauseSheets view={pause} />
    </Guided>
  );
}

function Opening() {
  return (
    <BarePage>
      <Unseen>{frameWords.openScreen}</Unseen>
      <Skeleton lines={4} />
    </BarePage>
  );
}
