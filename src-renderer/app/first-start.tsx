import { RunView } from '#renderer/features/command-center/run-view.tsx';
import { ConnectAccounts } from '#renderer/features/integrations/connect-accounts.tsx';
import { LanguageChoice } from '#renderer/features/language/language-choice.tsx';
import { Onboarding } from '#renderer/features/onboarding/onboarding.tsx';
import type { OnboardingParts } from '#renderer/features/onboarding/parts.ts';
import { GuardrailFields } from '#renderer/features/policies/guardrail-fields.tsx';

const parts: Omit<OnboardingParts, 'practiceHref'> = {
  accounts: <ConnectAccounts />,
  language: <LanguageChoice />,
  limits: (around) => <GuardrailFields around={around} />,
  request: (runId, onPick) => <RunView key={runId} runId={runId} onPick={onPick} />,
};

/** The first start with what the other features bring to it. */
export const FirstStart = ({ practiceHref }: { readonly practiceHref: string | null }) => (
  <Onboarding parts={{ ...parts, practiceHref }} />
);
