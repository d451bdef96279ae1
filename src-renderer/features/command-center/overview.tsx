import type { LoggedEvent } from '#contract/model/event.ts';
import type { RunSummary } from '#contract/model/run.ts';
import type { Schedule } from '#contract/model/schedule.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Suggestions } from '#renderer/design/chips.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { StateMark } from '#renderer/design/state-mark.tsx';
import { Text } from '#renderer/design/text.tsx';
import { NeedsALook } from '#renderer/features/command-center/needs-a-look.tsx';
import { markOfRun } from '#renderer/features/command-center/run-progress.ts';
import { askWords, homeWords } from '#renderer/words/command-center.ts';
import { askLanguage } from '#renderer/words/language.ts';
import { recurrenceWords } from '#renderer/words/recurrence.ts';
import { standingNow } from '#renderer/words/states.ts';
import { dayAndTimeFirst, whenShort } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutRuns = (event: LoggedEvent) => event.runId !== null;
const lookKinds = ['effect.unknown', 'effect.settled', 'step.given-up', 'dead-letter.answered', 'run.changed'];
const aboutLooks = ({ body }: LoggedEvent) => lookKinds.includes(body.kind);
const aboutReminders = ({ body }: LoggedEvent) =>
  body.kind.startsWith('reminder.') || body.kind === 'effect.happened' || body.kind === 'undo.happened';

const SHOWN = 8;

type OverviewProps = {
  readonly onPick: (sentence: string) => void;
  /** Sentences to try, for who has asked for nothing yet. */
  readonly showsExamples: boolean;
};

/** How everything stands: what needs the person, what is coming up, and what was done lately. */
export function Overview({ onPick, showsExamples }: OverviewProps) {
  const runs = useFresh((api) => api.workflows.list({ limit: 30 }), aboutRuns);
  const waiting = useFresh((api) => api.workflows.list({ state: 'waiting_approval', limit: SHOWN }), aboutRuns);
  const attention = useFresh((api) => api.attention.get(), aboutLooks);
  const schedules = useFresh((api) => api.schedules.list(), aboutReminders);

  const looks = attention.data;
  const lookedAt = new Set([...(looks?.unknown ?? []), ...(looks?.deadLetters ?? [])].map(({ runId }) => runId));
  // What has to be settled first stands once, above.
  const needsYou = (waiting.data?.items ?? []).filter(({ id }) => !lookedAt.has(id));
  // The two lists are read one after the other, and a request that moves on in between would stand in both.
  const shownAbove = new Set(needsYou.map(({ id }) => id));
  const recent = (runs.data?.items ?? [])
    .filter(({ id, state }) => state !== 'waiting_approval' && !shownAbove.has(id))
    .slice(0, SHOWN);
  const comingUp = (schedules.data?.items ?? []).filter((one) => one.nextAt !== null).slice(0, 5);
  const isNew = runs.data?.items.length === 0;

  return (
    <Stack gap={32}>
      {runs.trouble ? <Notice tone="danger">{troubleSentence(runs.trouble)}</Notice> : null}
      {isNew && showsExamples ? (
        <Section title={askWords.examplesLabel}>
          <Suggestions label={askWords.examplesLabel} texts={askWords.examples} lang={askLanguage} onPick={onPick} />
        </Section>
      ) : null}
      {looks ? <NeedsALook attention={looks} onAnswered={attention.refresh} /> : null}
      {needsYou.length > 0 ? (
        <Section title={homeWords.needsYou}>
          <List>
            {needsYou.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
            {waiting.data?.nextCursor ? (
              <ListRow href={hrefOf({ screen: 'approvals' })} title={homeWords.moreNeedsYou} />
            ) : null}
          </List>
        </Section>
      ) : null}
      {comingUp.length > 0 ? (
        <Section title={homeWords.comingUp}>
          <List>
            {comingUp.map((schedule) => (
              <ScheduleRow key={schedule.id} schedule={schedule} />
            ))}
          </List>
        </Section>
      ) : null}
      {recent.length > 0 ? (
        <Section title={homeWords.recently}>
          <List>
            {recent.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </List>
        </Section>
      ) : null}
    </Stack>
  );
}

function RunRow({ run }: { readonly run: RunSummary }) {
  const asks = run.state === 'waiting_approval' && run.question !== null;
  const answered = run.answer !== null;
  return (
    <ListRow
      href={hrefOf({ screen: 'run', runId: run.id })}
      leading={<StateMark mark={asks ? 'question' : answered ? 'said' : markOfRun(run)} />}
      title={
        <Text as="span" clip>
          {run.intent}
        </Text>
      }
      trailing={whenShort(run.updatedAt)}
      detail={answered ? homeWords.answered : asks ? homeWords.askedSomething : standingNow(run)}
    />
  );
}

function ScheduleRow({ schedule }: { readonly schedule: Schedule }) {
  return (
    <ListRow
      leading={<StateMark mark="reminder" />}
      title={schedule.message}
      detail={schedule.rrule === null ? null : recurrenceWords(schedule.rrule)}
      trailing={schedule.nextAt === null ? null : dayAndTimeFirst(schedule.nextAt)}
    />
  );
}
