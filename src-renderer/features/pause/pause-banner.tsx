import { Pause, ShieldAlert } from 'lucide-react';
import { hrefOf } from '#renderer/client/address.ts';
import { Button } from '#renderer/design/button.tsx';
import { Banner } from '#renderer/design/frame.tsx';
import { Link } from '#renderer/design/link.tsx';
import type { PauseView } from '#renderer/features/pause/use-pause.ts';
import { partlyPausedBanner, pausedBanner, pauseWords, suspicionBanner } from '#renderer/words/pause.ts';

/** Says on every screen that something is paused, why, and where to go from there. */
export function PauseBanner({ view }: { readonly view: PauseView }) {
  const { receipt, open } = view;
  if (!receipt || receipt.pauses.length === 0) return null;
  const suspicion = receipt.suspicions[0];
  if (suspicion) {
    return (
      <Banner
        icon={ShieldAlert}
        action={
          <>
            <Link href={hrefOf({ screen: 'timeline' })}>{pauseWords.lookAtIt}</Link>
            <Button onPress={() => open('resume')}>{pauseWords.itWasMe}</Button>
          </>
        }
      >
        {suspicionBanner(suspicion.because)}
      </Banner>
    );
  }
  const resume = receipt.paused ? null : <Button onPress={() => open('resume')}>{pauseWords.resume}</Button>;
  return (
    <Banner
      icon={Pause}
      action={
        <>
          <Button onPress={() => open('receipt')}>{pauseWords.receipt}</Button>
          {resume}
        </>
      }
    >
      {receipt.paused ? pausedBanner(receipt.since, receipt.stillOut.length) : partlyPausedBanner(receipt.held.length)}
    </Banner>
  );
}
