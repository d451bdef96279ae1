import type { OnboardingStep } from '#contract/model/onboarding.ts';

export const onboardingWords = {
  again: 'Set up',
  loading: 'Opening…',
  back: 'Back',
  later: 'Do it later',
  goOn: 'Continue',
  progress: (at: number, of: number) => `Step ${at} of ${of}`,
} as const;

type StepWords = { readonly title: string; readonly says: string };

export const stepWords: Readonly<Record<OnboardingStep, StepWords>> = {
  welcome: {
    title: 'Say what you want done. Nothing happens behind your back.',
    says: 'Life OS shows you what will happen, does it once you have said yes, and lets you take it back; it never sends, pays or posts anything that you did not say yes to.',
  },
  priorities: {
    title: 'What would you like help with first?',
    says: 'Choose as many as you like. It decides nothing for you: you are only shown what fits.',
  },
  connect: {
    title: 'Connect an account, or don’t',
    says: 'Your calendar, reminders, lists, notes and drafts already work, on this computer alone. An account adds what lies in it; you can connect one at any time.',
  },
  autonomy: {
    title: 'How much should you be asked?',
    says: 'In your first week every change is asked, whatever you choose here. You can change it at any time.',
  },
  guardrails: {
    title: 'Where should it always stop and ask?',
    says: 'These hold whatever you let happen by itself. Careful numbers stand there already.',
  },
  first: {
    title: 'Try it, for real',
    says: 'Choose a sentence or write your own. You see the plan first.',
  },
  done: {
    title: 'You are set up',
    says: 'Say what you want done whenever you like, and press “Pause everything” whenever you want it all to stand still.',
  },
};

export const welcomeWords = {
  begin: 'Begin',
  how: 'Under ten minutes, one question at a time. You can stop anywhere and go on later.',
  practise: 'Look around in a practice life first',
} as const;

export const prioritiesWords = { list: 'Parts of your life', none: 'Continue without choosing' } as const;

export const connectWords = {
  none: 'There is nothing to connect yet. All that works now works on this computer.',
  without: 'Continue without an account',
} as const;

export const autonomyStepWords = { label: 'How much to ask' } as const;

export const firstWords = {
  sentences: 'Sentences to start with',
  own: 'Or in your own words',
  send: 'Show me the plan',
  empty: 'Say what you want done, in a sentence.',
  other: 'Try something else',
  skip: 'Skip this',
  coach: {
    plan: 'This is what Life OS understood. Read what will happen, then press Approve.',
    asks: 'Life OS needs to know one thing before it can make a plan.',
    works: 'It is being done…',
    done: 'It is done, for real. Now press Undo once, to see it go back.',
    doneForGood: 'It is done. This one changed nothing that could be taken back; try another to see Undo.',
    undone: 'Taken back. Put it back, or leave it: it is yours. This is how it is with everything that can be undone.',
    declined: 'Nothing was done. Try another sentence, or go on.',
    failed: 'That didn’t work, and you see why below. Try another sentence, or go on.',
  },
} as const;

export const doneWords = {
  summary: 'How it stands',
  level: 'How much to ask',
  connected: 'Accounts',
  noAccount: 'None connected',
  first: 'First request',
  noFirst: 'Not tried yet',
  firstDone: 'Done, and Undo tried',
  firstBegun: 'Begun',
  open: 'Open Life OS',
  change: 'All of this can be changed under Policies and Integrations, and you can go through it again under “Set up”.',
} as const;

export const guardrailWords = {
  list: 'Your limits',
  more: 'More limits stand under Policies.',
} as const;
