import { Mic } from 'lucide-react';
import { AskField } from '#renderer/design/ask-field.tsx';
import { Button } from '#renderer/design/button.tsx';
import { FileField } from '#renderer/design/file-field.tsx';
import { FillIn } from '#renderer/design/fill-in.tsx';
import { Form } from '#renderer/design/form.tsx';
import { HoldButton } from '#renderer/design/hold-button.tsx';
import { SelectField } from '#renderer/design/select-field.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { TextArea } from '#renderer/design/text-area.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { nothing, type Sample } from '#renderer/gallery/sample.ts';

/** What is written and chosen into. */
export const fields: readonly Sample[] = [
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
    name: 'hold-button',
    states: [
      {
        called: 'at rest',
        shown: <HoldButton icon={Mic} label="Hold to talk" held={false} onPress={nothing} onRelease={nothing} />,
      },
      {
        called: 'held',
        shown: <HoldButton icon={Mic} label="Hold to talk" held onPress={nothing} onRelease={nothing} />,
      },
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
];
