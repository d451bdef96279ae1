import { Download, HeartPulse, House, Pause, Plane } from 'lucide-react';
import { AskField } from '#renderer/design/ask-field.tsx';
import { Button, IconButton } from '#renderer/design/button.tsx';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { Chips, Suggestions } from '#renderer/design/chips.tsx';
import { ChoiceList } from '#renderer/design/choice-list.tsx';
import { ChoiceTiles } from '#renderer/design/choice-tiles.tsx';
import { FileButton } from '#renderer/design/file-button.tsx';
import { FileField } from '#renderer/design/file-field.tsx';
import { FillIn } from '#renderer/design/fill-in.tsx';
import { Form } from '#renderer/design/form.tsx';
import { PickList } from '#renderer/design/pick-list.tsx';
import { RadioCards } from '#renderer/design/radio-cards.tsx';
import { SelectField } from '#renderer/design/select-field.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { TextArea } from '#renderer/design/text-area.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { UndoButtons } from '#renderer/design/undo-buttons.tsx';
import { nothing, type Sample } from '#renderer/gallery/sample.ts';

const levels = [
  { value: 'all', title: 'Ask me for everything', says: 'Drafts and changes wait for your OK.' },
  { value: 'some', title: 'Ask me for important actions', says: 'Anything that changes something waits.' },
];

/** What is pressed, chosen and written into. */
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
    name: 'ask-field',
    states: (['empty', 'written', 'wrong'] as const).map((called) => ({
      called,
      shown: (
        <AskField
          label={`What do you want done? (${called})`}
          sendLabel="Send"
          placeholder="Put dentist on Thursday at 3pm…"
          hint="You see the whole plan first."
          value={called === 'written' ? 'Add milk to my shopping list' : ''}
          note={called === 'written' ? 'A change of a list' : null}
          error={called === 'wrong' ? 'Say what you want done, in a sentence.' : null}
          busy={false}
          onChange={nothing}
          onSubmit={nothing}
        />
      ),
    })),
  },
  {
    name: 'text-field',
    states: [
      {
        called: 'with a note',
        shown: <TextField label="Your email address" value="ana@example.com" note="It stays here." />,
      },
      {
        called: 'wrong',
        shown: <TextField label="App password" type="password" value="" error="App password is missing." />,
      },
      { called: 'to copy', shown: <TextField label="A key to copy" value="abc-123" readOnly /> },
    ],
  },
  {
    name: 'text-area',
    states: [
      { called: 'usual', shown: <TextArea label="Text" value="Hi Ana" lines={3} onChange={nothing} /> },
      {
        called: 'wrong',
        shown: <TextArea label="Rule" value="forbid" lines={2} code error="This can’t be read." onChange={nothing} />,
      },
    ],
  },
  {
    name: 'select-field',
    states: [
      {
        called: 'nothing chosen, wrong',
        shown: (
          <SelectField
            label="How often"
            value=""
            placeholder="Choose"
            groups={[{ heading: '', options: [{ value: 'day', label: 'Every day' }] }]}
            error="Choose how often."
            onChange={nothing}
          />
        ),
      },
    ],
  },
  {
    name: 'fill-in',
    states: [
      {
        called: 'right and wrong',
        shown: (
          <Stack gap={8}>
            <FillIn
              sentence="Never publish more than {number} posts a day."
              blanks={[{ name: 'number', label: 'Most posts in a day', value: '3', error: null }]}
              onChange={nothing}
            />
            <FillIn
              sentence="Never send more than {number} messages a day."
              blanks={[
                { name: 'number', label: 'Most messages in a day', value: '-1', error: 'Write a whole number.' },
              ]}
              onChange={nothing}
            />
          </Stack>
        ),
      },
    ],
  },
  {
    name: 'form',
    states: [
      {
        called: 'with a button',
        shown: (
          <Form label="A form" onSubmit={nothing} buttons={<Button type="submit">Save</Button>}>
            <TextField label="A name" value="Ana" />
          </Form>
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
    name: 'file-field',
    states: [
      {
        called: 'empty',
        shown: <FileField label="Client file" accept=".json" note="It stays where it is." onChange={nothing} />,
      },
      {
        called: 'wrong',
        shown: <FileField label="Client file" accept=".json" error="That is no client file." onChange={nothing} />,
      },
    ],
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
