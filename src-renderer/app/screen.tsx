import { lazy, Suspense } from 'react';
import type { Address } from '#renderer/client/address.ts';
import { lifeOf } from '#renderer/client/life.ts';
import { BarePage } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { CommandCenter } from '#renderer/features/command-center/command-center.tsx';
import { frameWords } from '#renderer/words/frame.ts';

const PracticeGuide = lazy(async () => ({
  default: (await import('#renderer/features/practice/practice-guide.tsx')).PracticeGuide,
}));
const Approvals = lazy(async () => ({
  default: (await import('#renderer/features/approvals/approvals.tsx')).Approvals,
}));
const Automations = lazy(async () => ({
  default: (await import('#renderer/features/automations/automations.tsx')).Automations,
}));
const Timeline = lazy(async () => ({ default: (await import('#renderer/features/timeline/timeline.tsx')).Timeline }));
const Insights = lazy(async () => ({ default: (await import('#renderer/features/insights/insights.tsx')).Insights }));
const Integrations = lazy(async () => ({
  default: (await import('#renderer/features/integrations/integrations.tsx')).Integrations,
}));
const Policies = lazy(async () => ({ default: (await import('#renderer/features/policies/policies.tsx')).Policies }));
const LanguageChoice = lazy(async () => ({
  default: (await import('#renderer/features/language/language-choice.tsx')).LanguageChoice,
}));
const Memory = lazy(async () => ({ default: (await import('#renderer/features/memory/memory.tsx')).Memory }));

/** The first start has a frame of its own. */
type Shown = Exclude<Address, { screen: 'welcome' }>;
type ScreenProps = { readonly address: Shown; readonly askCalls: number };

/** In the practice life the home screen says what there is to rehearse. */
const guide =
  lifeOf(window.location.search) === 'practice'
    ? (onPick: (sentence: string) => void) => <PracticeGuide onPick={onPick} />
    : null;

export function Screen({ address, askCalls }: ScreenProps) {
  return <Suspense fallback={<Opening />}>{screenAt(address, askCalls)}</Suspense>;
}

function screenAt(address: Shown, askCalls: number) {
  switch (address.screen) {
    case 'home':
      return <CommandCenter runId={null} askCalls={askCalls} guide={guide} />;
    case 'run':
      return <CommandCenter runId={address.runId} askCalls={askCalls} />;
    case 'approvals':
      return <Approvals cardId={address.cardId ?? null} />;
    case 'automations':
      return <Automations />;
    case 'timeline':
      return <Timeline />;
    case 'insights':
      return <Insights />;
    case 'integrations':
      return <Integrations />;
    case 'policies':
      return <Policies language={<LanguageChoice />} />;
    case 'memory':
      return <Memory />;
  }
}

function Opening() {
  return (
    <BarePage>
      <Unseen>{frameWords.openScreen}</Unseen>
      <Skeleton lines={4} />
    </BarePage>
  );
}
