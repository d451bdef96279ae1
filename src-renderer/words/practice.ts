export const practiceWords = {
  ribbon: 'Practice life: everything here is made up, and nothing reaches anybody.',
  ribbonShort: 'Practice life',
  leave: 'Leave practice',
  region: 'Practice life',
  guide: 'Three things to try',
  guideSays:
    'Alex Morgan’s mail, calendar, bills and a job board are here to rehearse with. Press a sentence, change it if you like, and send it.',
  allTried: 'You have tried all three. Stay as long as you like; nothing here can go wrong.',
  tried: 'Tried',
  notTried: 'Not tried yet',
} as const;

/** What is rehearsed, in the order in which it is easiest. */
export const practiceTasks = [
  {
    key: 'approve',
    title: 'Approve',
    says: 'Read the card: who receives it, what it costs, until when it can be undone. Then press Approve.',
    sentences: ['Pay the electricity bill', 'Answer Ana that Friday at one is fine', 'Apply for the gardener job'],
  },
  {
    key: 'undo',
    title: 'Undo',
    says: 'Have something done, then press Undo on its row, and see that it is as it was.',
    sentences: ['Archive the newsletter from Corner Books', 'Put lunch with Ana on Friday at 1pm'],
  },
  {
    key: 'pause',
    title: 'Pause',
    says: 'Press “Pause everything” above, ask for something, and see that it waits until you resume.',
    sentences: ['Remind me to water the plants tomorrow at 9am'],
  },
] as const;

export const practiceLooks = [
  'Which bills are due?',
  'What did Ana write?',
  'What jobs are there?',
  'How much money do I have?',
] as const;
export const practiceLooksLabel = 'Or just look around';
