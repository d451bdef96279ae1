import type { ReactNode } from 'react';
import type { AccountHealth } from '#contract/model/account.ts';
import type { Trouble } from '#renderer/client/trouble.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { capitalised } from '#renderer/words/capitalised.ts';
import { healthSentence } from '#renderer/words/integrations.ts';
import { dayAndTime } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type ConnectionNoticesProps = {
  /** The last thing that went wrong with it; null where there is nothing to say of that. */
  readonly lastFailure: AccountHealth['lastFailure'];
  /** What a press came to. */
  readonly says: string | null;
  readonly trouble: Trouble | null;
  /** The way to mend it. */
  readonly action?: ReactNode;
};

/** How a connection is doing: what went wrong lately, and what the last press came to. */
export function ConnectionNotices({ lastFailure, says, trouble, action }: ConnectionNoticesProps) {
  return (
    <>
      {lastFailure && !trouble ? (
        <Notice tone="warn" action={action}>
          {`${capitalised(dayAndTime(lastFailure.at))}: ${healthSentence(lastFailure.failure)}`}
        </Notice>
      ) : null}
      {says !== null && !trouble ? (
        <div role="status">
          <Notice>{says}</Notice>
        </div>
      ) : null}
      {trouble ? (
        <Notice tone="danger" action={action}>
          {troubleSentence(trouble)}
        </Notice>
      ) : null}
    </>
  );
}
