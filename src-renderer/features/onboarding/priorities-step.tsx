import {
  BriefcaseBusiness,
  FileText,
  HeartPulse,
  House,
  type LucideIcon,
  MessageCircle,
  Plane,
  ShoppingBasket,
  Store,
  Users,
  Wallet,
} from 'lucide-react';
import { useState } from 'react';
import { PrioritiesSchema, type Priority } from '#contract/model/onboarding.ts';
import { Button } from '#renderer/design/button.tsx';
import { ChoiceTiles } from '#renderer/design/choice-tiles.tsx';
import { StepFrame } from '#renderer/features/onboarding/step-frame.tsx';
import type { OnboardingView } from '#renderer/features/onboarding/use-onboarding.ts';
import { onboardingWords, prioritiesWords } from '#renderer/words/onboarding.ts';
import { partsOfLife } from '#renderer/words/own-rules.ts';

const icons: Readonly<Record<Priority, LucideIcon>> = {
  career: BriefcaseBusiness,
  finance: Wallet,
  health: HeartPulse,
  family: Users,
  home: House,
  travel: Plane,
  communication: MessageCircle,
  'shopping-food': ShoppingBasket,
  'legal-admin': FileText,
  'creator-business': Store,
};
const options = PrioritiesSchema.element.options.map((value) => ({
  value,
  label: partsOfLife[value],
  icon: icons[value],
}));

export function PrioritiesStep({ view }: { readonly view: OnboardingView }) {
  const [chosen, setChosen] = useState<readonly Priority[]>(view.state.priorities);
  return (
    <StepFrame
      at="priorities"
      view={view}
      onNext={
        <Button kind="primary" busy={view.busy} onPress={() => view.move('connect', { priorities: [...chosen] })}>
          {chosen.length === 0 ? prioritiesWords.none : onboardingWords.goOn}
        </Button>
      }
    >
      <ChoiceTiles label={prioritiesWords.list} chosen={chosen} options={options} onChange={setChosen} />
    </StepFrame>
  );
}
