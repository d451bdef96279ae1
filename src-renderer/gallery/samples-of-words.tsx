import { CalendarDays } from 'lucide-react';
import { AskHeading } from '#renderer/design/ask-heading.tsx';
import { Badge } from '#renderer/design/badge.tsx';
import { BrandMark } from '#renderer/design/brand-mark.tsx';
import { Code } from '#renderer/design/code.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { GappedSentence } from '#renderer/design/gapped-sentence.tsx';
import { IconTile } from '#renderer/design/icon-tile.tsx';
import { Link } from '#renderer/design/link.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { OutwardLink } from '#renderer/design/outward-link.tsx';
import { Quote } from '#renderer/design/quote.tsx';
import { Lines, Reasons } from '#renderer/design/reasons.tsx';
import { RiskMark } from '#renderer/design/risk-mark.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { SetOff } from '#renderer/design/set-off.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Sources } from '#renderer/design/sources.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { type Mark, StateMark } from '#renderer/design/state-mark.tsx';
import { Steps } from '#renderer/design/steps.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import type { Sample } from '#renderer/gallery/sample.ts';
import { riskWords } from '#renderer/words/risk.ts';

const marks: readonly Mark[] = [
  'waiting',
  'asks',
  'working',
  'done',
  'tried-out',
  'failed',
  'unsure',
  'left-out',
  'undone',
  'said',
  'reminder',
  'missed',
  'paused',
  'resumed',
  'setting',
  'note',
  'question',
];
const tones = ['ink', 'quiet', 'danger', 'accent'] as const;
const LONG = `${'An unbroken word: '}${'Donaudampfschifffahrtsgesellschaft'.repeat(4)}`;

/** What is read. */
export const words: readonly Sample[] = [
  {
    name: 'text',
    states: [
      {
        called: 'sizes',
        shown: (['small', 'body', 'lead'] as const).map((size) => (
          <Text key={size} size={size}>{`Put dentist on Thursday at 3pm (${size})`}</Text>
        )),
      },
      { called: 'tones', shown: tones.map((tone) => <Text key={tone} tone={tone}>{`In ${tone}`}</Text>) },
      {
        called: 'struck and figures',
        shown: [
          <Text key="a" struck>
            Taken back
          </Text>,
          <Text key="b" figures>
            €1,842.50
          </Text>,
        ],
      },
      { called: 'very long', shown: <Text>{LONG}</Text> },
      {
        called: 'headings',
        shown: (['lead', 'title', 'display'] as const).map((size) => (
          <Heading key={size} level={3} size={size}>{`What do you want done? (${size})`}</Heading>
        )),
      },
    ],
  },
  {
    name: 'ask-heading',
    states: [{ called: 'without a heading', shown: <AskHeading heading={null}>The field</AskHeading> }],
  },
  {
    name: 'link',
    states: [
      {
        called: 'in a line',
        shown: (
          <Text>
            Look at it <Link href="#/timeline">in the timeline</Link>
          </Text>
        ),
      },
    ],
  },
  {
    name: 'badge',
    states: [
      {
        called: 'tones',
        shown: (
          <Row wrap>
            {(['quiet', 'done', 'warn', 'accent', 'danger'] as const).map((tone) => (
              <Badge key={tone} tone={tone}>
                {tone}
              </Badge>
            ))}
          </Row>
        ),
      },
    ],
  },
  {
    name: 'risk-mark',
    states: [
      {
        called: 'from looking to always needing you',
        shown: (
          <Row wrap gap={16}>
            {(['L0', 'L1', 'L2', 'L3'] as const).map((risk) => (
              <RiskMark key={risk} risk={risk} words={riskWords[risk]} />
            ))}
          </Row>
        ),
      },
    ],
  },
  {
    name: 'state-mark',
    states: [
      {
        called: 'all of them',
        shown: (
          <Row wrap gap={16}>
            {marks.map((mark) => (
              <Row key={mark} gap={4}>
                <StateMark mark={mark} />
                <Text as="span" size="small">
                  {mark}
                </Text>
              </Row>
            ))}
          </Row>
        ),
      },
    ],
  },
  {
    name: 'notice',
    states: [
      {
        called: 'tones',
        shown: (
          <Stack gap={8}>
            <Notice>Nothing was changed.</Notice>
            <Notice tone="warn">Couldn’t reach your mail. It is tried again by itself.</Notice>
            <Notice tone="danger">That didn’t work. Nothing was sent; sign in again.</Notice>
          </Stack>
        ),
      },
    ],
  },
  { name: 'quote', states: [{ called: 'what was said', shown: <Quote>Put dentist on Thursday at 3pm</Quote> }] },
  {
    name: 'reasons',
    states: [
      {
        called: 'why',
        shown: <Reasons reasons={[{ says: 'I never pay anything without your OK.', rule: 'payments-need-you' }]} />,
      },
      { called: 'lines', shown: <Lines lines={['Dentist, Thursday at 15:00', LONG]} /> },
      { called: 'lines with marks', shown: <Lines lines={['One', 'Two']} marked /> },
    ],
  },
  {
    name: 'sources',
    states: [
      {
        called: 'with its very words',
        shown: (
          <Sources
            label="To"
            sources={[
              {
                mark: 'outside:mail/a@b',
                what: 'email',
                title: 'Invoice 204',
                by: 'billing@example.com',
                words: { quote: 'Please pay to acct 12-34 today.', start: 14, end: 24 },
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'code',
    states: [
      { called: 'a rule', shown: <Code>{'forbid (principal, action, resource)\nwhen { context.paused };'}</Code> },
    ],
  },
  {
    name: 'facts',
    states: [
      {
        called: 'labelled',
        shown: (
          <Facts
            facts={[
              { label: 'Receives it', value: 'Ana Silva' },
              { label: 'Costs', value: '€42.60' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'gapped-sentence',
    states: [
      {
        called: 'with an open gap',
        shown: <GappedSentence sentence="Never send anything to {people}." gaps={{ people: 'these people' }} />,
      },
    ],
  },
  { name: 'icon-tile', states: [{ called: 'usual', shown: <IconTile icon={CalendarDays} /> }] },
  { name: 'row-icon', states: [{ called: 'usual', shown: <RowIcon icon={CalendarDays} /> }] },
  {
    name: 'brand-mark',
    states: [
      {
        called: 'two sizes',
        shown: (
          <Row>
            <BrandMark />
            <BrandMark size={40} />
          </Row>
        ),
      },
    ],
  },
  { name: 'set-off', states: [{ called: 'usual', shown: <SetOff>Set off from what stands before</SetOff> }] },
  {
    name: 'outward-link',
    states: [
      { called: 'usual', shown: <OutwardLink href="https://example.com/">A page of somebody else</OutwardLink> },
    ],
  },
  {
    name: 'steps',
    states: [
      {
        called: 'two',
        shown: (
          <Steps label="What to do">
            <span>Open the page</span>
            <span>Come back</span>
          </Steps>
        ),
      },
    ],
  },
  { name: 'skeleton', states: [{ called: 'three lines', shown: <Skeleton lines={3} /> }] },
  {
    name: 'stack',
    states: [
      {
        called: 'under and beside each other',
        shown: (
          <Stack gap={4}>
            <span>One</span>
            <Row spread>
              <span>Two</span>
              <span>Three</span>
            </Row>
          </Stack>
        ),
      },
    ],
  },
];
