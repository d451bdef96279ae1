import { inEnglish, t } from '#contract/language/t.ts';
export const practiceWords = {
  ribbon: t`Practice life: everything here is made up, and nothing reaches anybody.`,
  ribbonShort: t`Practice life`,
  leave: t`Leave practice`,
  region: t`Practice life`,
  guide: t`Three things to try`,
  guideSays: t`Alex Morgan’s mail, calendar, bills and a job board are here to rehearse with. Press a sentence, change it if you like, and send it.`,
  allTried: t`You have tried all three. Stay as long as you like; nothing here can go wrong.`,
  tried: t`Tried`,
  notTried: t`Not tried yet`,
} as const;

/** What is rehearsed, in the order in which it is easiest. */
export const practiceTasks = [
  {
    key: 'approve',
    title: t`Approve`,
    says: t`Read the card: who receives it, what it costs, until when it can be undone. Then press Approve.`,
    sentences: [
      inEnglish`Pay the electricity bill`,
      inEnglish`Answer Ana that Friday at one is fine`,
      inEnglish`Apply for the gardener job`,
    ],
  },
  {
    key: 'undo',
    title: t`Undo`,
    says: t`Have something done, then press Undo on its row, and see that it is as it was.`,
    sentences: [inEnglish`Archive the newsletter from Corner Books`, inEnglish`Put lunch with Ana on Friday at 1pm`],
  },
  {
    key: 'pause',
    title: t`Pause`,
    says: t`Press “Pause everything” above, ask for something, and see that it waits until you resume.`,
    sentences: [inEnglish`Remind me to water the plants tomorrow at 9am`],
  },
] as const;

export const practiceLooks = [
  inEnglish`Which bills are due?`,
  inEnglish`What did Ana write?`,
  inEnglish`What jobs are there?`,
  inEnglish`How much money do I have?`,
] as const;
export const practiceLooksLabel = t`Or just look around`;
