import { Download, HeartPulse, House, Pause, Plane } from 'lucide-react';
import { Button, IconButton } from '#renderer/design/button.tsx';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { Chips, Suggestions } from '#renderer/design/chips.tsx';
import { ChoiceList } from '#renderer/design/choice-list.tsx';
import { ChoiceTiles } from '#renderer/design/choice-tiles.tsx';
import { FileButton } from '#renderer/design/file-button.tsx';
import { PickList } from '#renderer/design/pick-list.tsx';
import { RadioCards } from '#renderer/design/radio-cards.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { UndoButtons } from '#renderer/design/undo-buttons.tsx';
import { nothing, type Sample } from '#renderer/gallery/sample.ts';

const levels = [
  { value: 'all', title: 'Ask me for everything', says: 'Drafts and changes wait for your OK.' },
  { value: 'some', title: 'Ask me for important actions', says: 'Anything that changes something waits.' },
];

/** What is pressed and chosen. */
export const controls: readonly Sample[] = [
  {
    name: 'button',
    states: [
      {
        called: 'kinds',
        shown: (
          <Row wrap>
            <Button kind="primary">Approve</Button>
            <Button>Change</Button>
            <Button kind="danger">Delete</Button>
            <Button look="bare">Undo</Button>
            <Button icon={Pause}>Pause everything</Button>
            <IconButton icon={Download} label="Save" />
          </Row>
        ),
      },
      {
        called: 'busy, waiting, off',
        shown: (
          <Row wrap>
            <Button kind="primary" busy>
              Approving
            </Button>
            <Button waits>A moment</Button>
            <Button disabled>Save limits</Button>
          </Row>
        ),
      },
    ],
  },
  {
    name: 'file-button',
    states: [
      {
        called: 'usual',
        shown: (
          <FileButton icon={Download} ending=".vcf" onChosen={nothing}>
            Take in a contacts file
          </FileButton>
        ),
      },
    ],
  },
  {
    name: 'undo-buttons',
    states: [
      {
        called: 'can be taken back',
        shown: (
          <UndoButtons
            undo={{ available: true, redo: false }}
            describedBy="none"
            busy={false}
            onUndo={nothing}
            onRedo={nothing}
          />
        ),
      },
      {
        called: 'can be put back',
        shown: (
          <UndoButtons
            undo={{ available: false, redo: true }}
            describedBy="none"
            busy={false}
            onUndo={nothing}
            onRedo={nothing}
          />
        ),
      },
    ],
  },
  {
    name: 'checkbox',
    states: [true, false].flatMap((checked) =>
      [true, false].map((disabled) => {
        const called = `${checked ? 'ticked' : 'open'}${disabled ? ', off' : ''}`;
        const id = `box-${called.replace(', ', '-')}`;
        return {
          called,
          shown: (
            <Row>
              <Checkbox labelledBy={id} checked={checked} disabled={disabled} onChange={nothing} />
              <span id={id}>Go on</span>
            </Row>
          ),
        };
      }),
    ),
  },
  {
    name: 'switch',
    states: [true, false].map((on) => ({
      called: on ? 'on' : 'off',
      shown: <Switch label={`Use mail (${on})`} on={on} onChange={nothing} />,
    })),
  },
  {
    name: 'chips',
    states: [
      {
        called: 'one chosen',
        shown: (
          <Chips
            label="What to show"
            value="all"
            options={[
              { value: 'all', label: 'Everything' },
              { value: 'done', label: 'Done' },
            ]}
            onChange={nothing}
          />
        ),
      },
      {
        called: 'sentences',
        shown: <Suggestions label="Sentences" texts={['Add milk', 'Which bills are due?']} onPick={nothing} />,
      },
    ],
  },
  {
    name: 'choice-tiles',
    states: [
      {
        called: 'some chosen',
        shown: (
          <ChoiceTiles
            label="Parts of life"
            chosen={['health']}
            options={[
              { value: 'health', label: 'Health', icon: HeartPulse },
              { value: 'home', label: 'Home', icon: House },
              { value: 'travel', label: 'Travel', icon: Plane },
            ]}
            onChange={nothing}
          />
        ),
      },
    ],
  },
  {
    name: 'radio-cards',
    states: [
      {
        called: 'one chosen',
        shown: <RadioCards label="How much to ask" value="some" options={levels} onChange={nothing} />,
      },
    ],
  },
  {
    name: 'choice-list',
    states: [
      {
        called: 'one chosen',
        shown: (
          <ChoiceList
            label="What now"
            value="later"
            options={[
              { value: 'later', says: 'At 16:00 instead' },
              { value: 'anyway', says: 'At 15:00 all the same' },
            ]}
            onChange={nothing}
          />
        ),
      },
    ],
  },
  {
    name: 'pick-list',
    states: [
      {
        called: 'two ways on',
        shown: (
          <PickList
            label="A sentence"
            options={[
              { value: 'a', says: 'Never reach somebody' },
              { value: 'b', says: 'Ask above an amount' },
            ]}
            onPick={nothing}
          />
        ),
      },
    ],
  },
];
