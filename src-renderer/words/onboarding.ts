import { t } from '#contract/language/t.ts';
import type { OnboardingStep } from '#contract/model/onboarding.ts';

export const onboardingWords = {
  again: t`Set up`,
  loading: t`Opening…`,
  back: t`Back`,
  later: t`Do it later`,
  goOn: t`Continue`,
  progress: (at: number, of: number) => t`Step ${at} of ${of}`,
} as const;

type StepWords = { readonly title: string; readonly says: string };

export const stepWords: Readonly<Record<OnboardingStep, StepWords>> = {
  welcome: {
    title: t`Say what you want done. Nothing happens behind your back.`,
    says: t`Life OS shows you what will happen, does it once you have said yes, and lets you take it back; it never sends, pays or posts anything that you did not say yes to.`,
  },
  priorities: {
    title: t`What would you like help with first?`,
    says: t`Choose as many as you like. It decides nothing for you: you are only shown what fits.`,
  },
  connect: {
    title: t`Connect an account, or don’t`,
    says: t`Your calendar, reminders, lists, notes and drafts already work, on this computer alone. An account adds what lies in it; you can connect one at any time.`,
  },
  autonomy: {
    title: t`How much should you be asked?`,
    says: t`In your first week every change is asked, whatever you choose here. You can change it at any time.`,
  },
  guardrails: {
    title: t`Where should it always stop and ask?`,
    says: t`These hold whatever you let happen by itself. Careful numbers stand there already.`,
  },
  first: {
    title: t`Try it, for real`,
    says: t`Choose a sentence or write your own. You see the plan first.`,
  },
  done: {
    title: t`You are set up`,
    says: t`Say what you want done whenever you like, and press “Pause everything” whenever you want it all to stand still.`,
  },
};

export const welcomeWords = {
  begin: t`Begin`,
  how: t`Under ten minutes, one question at a time. You can stop anywhere and go on later.`,
  practise: t`Look around in a practice life first`,
} as const;

export const prioritiesWords = { list: t`Parts of your life`, none: t`Continue without choosing` } as const;

export const connectWords = {
  none: t`There is nothing to connect yet. All that works now works on this computer.`,
  without: t`Continue without an account`,
} as const;

export const autonomyStepWords = { label: t`How much to ask` } as const;

export const firstWords = {
  sentences: t`Sentences to start with`,
  own: t`Or in your own words`,
  send: t`Show me the plan`,
  empty: t`Say what you want done, in a sentence.`,
  other: t`Try something else`,
  skip: t`Skip this`,
  coach: {
    plan: t`This is what Life OS understood. Read what will happen, then press Approve.`,
    asks: t`Life OS needs to know one thing before it can make a plan.`,
    works: t`It is being done…`,
    done: t`It is done, for real. Now press Undo once, to see it go back.`,
    doneForGood: t`It is done. This one changed nothing that could be taken back; try another to see Undo.`,
    undone: t`Taken back. Put it back, or leave it: it is yours. This is how it is with everything that can be undone.`,
    declined: t`Nothing was done. Try another sentence, or go on.`,
    failed: t`That didn’t work, and you see why below. Try another sentence, or go on.`,
  },
} as const;

export const doneWords = {
  summary: t`How it stands`,
  level: t`How much to ask`,
  connected: t`Accounts`,
  noAccount: t`None connected`,
  first: t`First request`,
  noFirst: t`Not tried yet`,
  firstDone: t`Done, and Undo tried`,
  firstBegun: t`Begun`,
  open: t`Open Life OS`,
  change: t`All of this can be changed under Policies and Integrations, and you can go through it again under “Set up”.`,
} as const;

export const guardrailWords = {
  list: t`Your limits`,
  more: t`More limits stand under Policies.`,
} as const;
