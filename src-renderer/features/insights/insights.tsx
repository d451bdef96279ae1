import { ChartNoAxesColumn } from 'lucide-react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { Insights as Seen } from '#contract/model/insights.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Link } from '#renderer/design/link.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Page, Section } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text, Unseen } from '#renderer/design/text.tsx';
import { WeekChart } from '#renderer/design/week-chart.tsx';
import { isEmpty, total } from '#renderer/features/insights/sum-weeks.ts';
import { insightsWords, reclaimedWords, shareOf, spanWords, weekShort } from '#renderer/words/insights.ts';
import { moneyOf } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const counted = [
  'effect.happened',
  'effect.failed',
  'run.changed',
  'approval.answered',
  'undo.happened',
  'redo.happened',
];
const aboutInsights = ({ body }: LoggedEvent) => counted.includes(body.kind);
const MILLIONTHS = 1_000_000;

/** How it went: the KPIs of the specification, as small charts with their numbers beside them. */
export function Insights() {
  const { data, trouble } = useFresh((api) => api.insights.get({}), aboutInsights);
  return (
    <Page title={insightsWords.title} intro={insightsWords.intro}>
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      {data === null && !trouble ? (
        <div role="status">
          <Unseen>{insightsWords.loading}</Unseen>
          <Skeleton lines={6} />
        </div>
      ) : null}
      {data !== null && isEmpty(data) ? (
        <EmptyState
          icon={ChartNoAxesColumn}
          title={insightsWords.emptyTitle}
          says={insightsWords.emptySays}
          action={<Link href={hrefOf({ screen: 'home' })}>{insightsWords.ask}</Link>}
        />
      ) : null}
      {data !== null && !isEmpty(data) ? <Counted seen={data} /> : null}
    </Page>
  );
}

function Counted({ seen }: { readonly seen: Seen }) {
  const { weeks, estimate, services } = seen;
  const { time, runs, answers, undos } = insightsWords;
  const names = weeks.map(({ from }) => weekShort(from));
  const of = (
    key:
      | 'minutes'
      | 'completed'
      | 'failed'
      | 'canceled'
      | 'approved'
      | 'declined'
      | 'expired'
      | 'undone'
      | 'undoFailed',
  ) => weeks.map((week) => week[key]);
  const chart = { names, nameLabel: insightsWords.week, tableLabel: insightsWords.asTable };
  return (
    <>
      <Section title={time.title}>
        <Text size="lead">{reclaimedWords(total(weeks, 'minutes'), weeks.length)}</Text>
        <WeekChart
          {...chart}
          label={time.title}
          series={[{ label: time.minutes, look: 'solid', values: of('minutes') }]}
        />
        <Disclosure label={time.how}>
          <Stack gap={8}>
            <Text size="small" tone="quiet">
              {time.howSays}
            </Text>
            <List label={time.how} boxed={false} dense>
              {estimate.map(({ action, title, minutesEach, times }) => (
                <ListRow key={action} title={title} detail={time.each(minutesEach)} trailing={time.times(times)} />
              ))}
            </List>
          </Stack>
        </Disclosure>
      </Section>
      <Section title={insightsWords.facts.title}>
        <Numbers seen={seen} />
      </Section>
      <Section title={runs.title}>
        <WeekChart
          {...chart}
          label={runs.title}
          series={[
            { label: runs.completed, look: 'solid', values: of('completed') },
            { label: runs.failed, look: 'striped', values: of('failed') },
            { label: runs.canceled, look: 'outline', values: of('canceled') },
          ]}
        />
      </Section>
      <Section title={answers.title}>
        <WeekChart
          {...chart}
          label={answers.title}
          series={[
            { label: answers.approved, look: 'solid', values: of('approved') },
            { label: answers.declined, look: 'striped', values: of('declined') },
            { label: answers.expired, look: 'outline', values: of('expired') },
          ]}
        />
      </Section>
      <Section title={undos.title}>
        <WeekChart
          {...chart}
          label={undos.title}
          series={[
            { label: undos.undone, look: 'solid', values: of('undone') },
            { label: undos.undoFailed, look: 'striped', values: of('undoFailed') },
          ]}
        />
      </Section>
      <Section title={insightsWords.services.title}>
        {services.length === 0 ? (
          <Text tone="quiet">{insightsWords.services.none}</Text>
        ) : (
          <Services services={services} />
        )}
      </Section>
    </>
  );
}

function Numbers({ seen }: { readonly seen: Seen }) {
  const { weeks, decided, refused, planWithinMs, firstValueMs, cost } = seen;
  const { facts } = insightsWords;
  const sum = (key: Parameters<typeof total>[1]) => total(weeks, key);
  const ended = sum('completed') + sum('failed') + sum('canceled');
  const asked = cost.filter(({ calls }) => calls > 0);
  return (
    <Facts
      wide
      facts={[
        { label: facts.completion, value: shareOf(sum('completed'), ended) },
        { label: facts.trust, value: shareOf(sum('approved'), sum('approved') + sum('declined')) },
        { label: facts.undo, value: shareOf(sum('undone'), sum('undone') + sum('undoFailed')) },
        { label: facts.refused, value: facts.refusedOf(refused, decided) },
        { label: facts.plan, value: planWithinMs === null ? facts.none : facts.planWithin(spanWords(planWithinMs)) },
        { label: facts.first, value: firstValueMs === null ? facts.none : spanWords(firstValueMs) },
        {
          label: facts.cost,
          value:
            asked.length === 0
              ? facts.noCost
              : asked
                  .map(({ currency, millionths }) => moneyOf({ minor: Math.ceil(millionths / MILLIONTHS), currency }))
                  .join(', '),
        },
      ]}
    />
  );
}

function Services({ services }: { readonly services: Seen['services'] }) {
  const words = insightsWords.services;
  return (
    <List label={words.title}>
      {services.map(({ connector, title, happened, failed, unknown, outages }) => {
        const tries = happened + failed + unknown;
        const more = [
          ...(unknown > 0 ? [words.unknown(unknown)] : []),
          ...(outages > 0 ? [words.outages(outages)] : []),
        ];
        return (
          <ListRow
            key={connector}
            title={title}
            detail={[words.worked(shareOf(happened, tries), tries), ...more].join('; ')}
          />
        );
      })}
    </List>
  );
}
