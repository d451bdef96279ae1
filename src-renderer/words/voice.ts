import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { failureSentence } from '#renderer/words/failures.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

export const voiceWords = {
  hold: t`Hold to talk`,
  listening: t`Listening. Let go when you are done, or press Escape to forget it.`,
  finishing: t`Writing down the last words…`,
  opening: t`One moment…`,
  tooShort: t`Hold the button while you talk.`,
  tooLong: t`I can listen for two minutes in one go. What you said until then is in the box.`,
  noMicrophone: t`I find no microphone. Nothing was recorded.`,
  notAllowed: t`The microphone is not allowed for Life OS. Allow it in the settings of your browser or system, then hold the button again.`,
} as const;

/** Why nothing was written down, or nothing more. */
export function voiceTrouble(
  trouble:
    | { readonly kind: 'no-microphone' | 'not-allowed' | 'too-short' | 'too-long' }
    | { readonly kind: 'away'; readonly trouble: Parameters<typeof troubleSentence>[0] }
    | { readonly kind: 'failed'; readonly failure: Failure },
): string {
  switch (trouble.kind) {
    case 'no-microphone':
      return voiceWords.noMicrophone;
    case 'not-allowed':
      return voiceWords.notAllowed;
    case 'too-short':
      return voiceWords.tooShort;
    case 'too-long':
      return voiceWords.tooLong;
    case 'away':
      return troubleSentence(trouble.trouble);
    case 'failed':
      return trouble.failure.kind === 'refused' ? trouble.failure.because : failureSentence(trouble.failure);
  }
}
