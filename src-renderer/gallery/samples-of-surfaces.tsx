import { Plug } from 'lucide-react';
import { Badge } from '#renderer/design/badge.tsx';
import { Button } from '#renderer/design/button.tsx';
import { Card, CardFoot } from '#renderer/design/card.tsx';
import { CardBody } from '#renderer/design/card-body.tsx';
import { DifferenceTable } from '#renderer/design/difference-table.tsx';
import { Disclosure, Disclosures } from '#renderer/design/disclosure.tsx';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { StateMark } from '#renderer/design/state-mark.tsx';
import { StoryDay, StoryHead, StoryLine } from '#renderer/design/story.tsx';
import { TakeBackStep } from '#renderer/design/take-back-step.tsx';
import { UndoQuestionNotice } from '#renderer/design/undo-question-notice.tsx';
import { WeekChart } from '#renderer/design/week-chart.tsx';
import { nothing, type Sample } from '#renderer/gallery/sample.ts';

const names = ['2 Nov', '9 Nov', '16 Nov', '23 Nov'];
const undo = {
  state: 'none',
  available: true,
  redo: false,
  until: null,
  whyNot: null,
  builtOn: 0,
  question: null,
  failure: null,
} as const;
const presses = { takingBack: { preview: null, confirm: nothing, close: nothing }, undo: nothing, redo: nothing };

/** What holds other things. */
export const surfaces: readonly Sample[] = [
  {
    name: 'card',
    states: [
      { called: 'plain', shown: <Card>What will happen</Card> },
      { called: 'tinted', shown: <Card look="tint">What is said</Card> },
      {
        called: 'with a foot',
        shown: (
          <Card flush>
            <CardBody>Pay the electricity bill: €42.60 to River Power</CardBody>
            <CardFoot>
              <Button kind="primary">Approve</Button>
              <Button>Not now</Button>
            </CardFoot>
          </Card>
        ),
      },
    ],
  },
  {
    name: 'card-body',
    states: [
      {
        called: 'tight',
        shown: (
          <Card flush>
            <CardBody tight>What it can do</CardBody>
          </Card>
        ),
      },
    ],
  },
  {
    name: 'list',
    states: [
      {
        called: 'rows',
        shown: (
          <List label="Rows">
            <ListRow leading={<StateMark mark="done" />} title="Dentist" detail="Done" trailing="15:00" />
            <ListRow leading={<StateMark mark="undone" />} title="Taken back" faded />
            <ListRow title="Open it" href="#/runs/1" trailing={<Badge tone="warn">Needs you</Badge>} />
          </List>
        ),
      },
      {
        called: 'dense',
        shown: (
          <List label="Dense rows" boxed={false} dense>
            <ListRow title="One" />
            <ListRow title="Two" />
          </List>
        ),
      },
    ],
  },
  {
    name: 'difference-table',
    states: [
      {
        called: 'changed, new and gone',
        shown: (
          <DifferenceTable
            label="What changes"
            nowWord="Now"
            thenWord="Then"
            lines={[
              { label: 'Starts', before: '15:00', after: '16:00' },
              { label: 'Place', before: null, after: 'Riverside' },
              { label: 'Note', before: 'Bring the card', after: null },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'disclosure',
    states: [
      {
        called: 'closed',
        shown: (
          <Disclosures>
            <Disclosure label="Details">What is in it</Disclosure>
            <Disclosure label="Why this?">Because of a rule</Disclosure>
          </Disclosures>
        ),
      },
    ],
  },
  {
    name: 'empty-state',
    states: [
      {
        called: 'with a way on',
        shown: (
          <EmptyState
            icon={Plug}
            title="Nothing to connect yet"
            says="It stands here then."
            action={<Button>Look again</Button>}
          />
        ),
      },
    ],
  },
  {
    name: 'story',
    states: [
      {
        called: 'a day',
        shown: (
          <div>
            <StoryDay id="gallery-day">Today</StoryDay>
            <StoryHead href="#/runs/1">Put dentist on Thursday at 3pm</StoryHead>
            <StoryLine
              mark="done"
              time="15:02"
              dateTime="2026-11-25T15:02:00Z"
              says="“Dentist” is in your calendar."
              goesOn
            />
            <StoryLine
              mark="undone"
              time="15:04"
              dateTime="2026-11-25T15:04:00Z"
              says="Taken back"
              goesOn={false}
              faded
            />
          </div>
        ),
      },
    ],
  },
  {
    name: 'take-back-step',
    states: [
      {
        called: 'can be taken back',
        shown: <TakeBackStep undo={undo} describedBy="none" busy={false} presses={presses} />,
      },
    ],
  },
  {
    name: 'undo-question-notice',
    states: [
      {
        called: 'changed since',
        shown: (
          <UndoQuestionNotice
            question={{ about: 'undo', what: 'the note “Garden”' }}
            describedBy="none"
            busy={false}
            onAnswer={nothing}
          />
        ),
      },
    ],
  },
  {
    name: 'week-chart',
    states: [
      {
        called: 'three looks',
        shown: (
          <WeekChart
            label="Requests"
            names={names}
            nameLabel="Week from"
            tableLabel="The numbers"
            series={[
              { label: 'Done', look: 'solid', values: [4, 9, 2, 6] },
              { label: 'Didn’t work', look: 'striped', values: [0, 2, 1, 0] },
              { label: 'Stopped', look: 'outline', values: [1, 0, 0, 2] },
            ]}
          />
        ),
      },
      {
        called: 'nothing yet',
        shown: (
          <WeekChart
            label="Nothing"
            names={names}
            nameLabel="Week from"
            tableLabel="The numbers"
            series={[{ label: 'Minutes', look: 'solid', values: [] }]}
          />
        ),
      },
    ],
  },
];
