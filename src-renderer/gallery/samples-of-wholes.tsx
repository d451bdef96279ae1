import { Drama, History, House, Pause } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { BarScreen } from '#renderer/design/bar-screen.tsx';
import { Button } from '#renderer/design/button.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Banner, BarEnds, Frame, LoneScreen } from '#renderer/design/frame.tsx';
import { Guided, GuidedStep } from '#renderer/design/guided.tsx';
import { Link } from '#renderer/design/link.tsx';
import { Page, Section } from '#renderer/design/page.tsx';
import { Ribboned } from '#renderer/design/ribbon.tsx';
import { Sheet } from '#renderer/design/sheet.tsx';
import { TakingBackSheet } from '#renderer/design/taking-back-sheet.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { showToast, ToastRegion } from '#renderer/design/toast.tsx';
import { VirtualList } from '#renderer/design/virtual-list.tsx';
import { nothing } from '#renderer/gallery/sample.ts';

const pause = <Button icon={Pause}>Pause everything</Button>;
const place = (label: string, icon: typeof House, current: boolean) => ({
  href: `#/${label}`,
  label,
  icon,
  current,
  count: null,
});
const rows = Array.from({ length: 2_000 }, (_each, at) => `Row ${at + 1}`);

const framed = (children: ReactNode, banner: ReactNode = null) => (
  <Frame
    name="Life OS"
    navigationLabel="Main"
    skipLabel="Skip to the screen"
    places={[
      place('Home', House, true),
      { ...place('Timeline', History, false), count: { figure: '3', says: '3 things' } },
    ]}
    footPlaces={[place('Practice life', Drama, false)]}
    titleBar={<BarEnds start={null} end={pause} />}
    banner={banner}
  >
    {children}
  </Frame>
);

/** What takes the whole window: each stands on a page of its own, as in the app. */
export const wholes: readonly { readonly name: string; readonly shown: ReactNode }[] = [
  {
    name: 'bar-screen',
    shown: (
      <BarScreen heading="What do you want done?">
        <Text>The box to answer in</Text>
      </BarScreen>
    ),
  },
  {
    name: 'frame',
    shown: framed(
      <Page title="A screen" intro="One column.">
        <Section title="A part">
          <Text>What is in it</Text>
        </Section>
      </Page>,
      <Banner icon={Pause}>Everything is paused.</Banner>,
    ),
  },
  {
    name: 'page',
    shown: framed(
      <Page title="A screen" actions={<Button kind="primary">Set something up</Button>}>
        Its content
      </Page>,
    ),
  },
  {
    name: 'lone-screen',
    shown: (
      <LoneScreen>
        <Heading level={1}>Open Life OS again</Heading>
        <Text>From where you started it.</Text>
      </LoneScreen>
    ),
  },
  {
    name: 'guided',
    shown: (
      <Guided name="Life OS" bar={pause}>
        <GuidedStep
          title="How much should you be asked?"
          says="You can change it at any time."
          progress={{ at: 3, of: 5, says: 'Step 3 of 5' }}
          leading={<Button look="bare">Back</Button>}
          trailing={<Button kind="primary">Continue</Button>}
        >
          What is to be decided
        </GuidedStep>
      </Guided>
    ),
  },
  {
    name: 'ribbon',
    shown: (
      <Ribboned
        icon={Drama}
        label="Practice life"
        says="Everything here is made up."
        saysShort="Practice life"
        action={<Button look="bare">Leave practice</Button>}
      >
        {framed(<Page title="A screen">Its content</Page>)}
      </Ribboned>
    ),
  },
  {
    name: 'confirm-dialog',
    shown: framed(
      <Page title="Behind it">
        <ConfirmDialog
          open
          danger
          title="Disconnect Mail?"
          says="Your email stays where it is."
          confirm="Disconnect"
          back="Keep it"
          onConfirm={nothing}
          onClose={nothing}
        />
      </Page>,
    ),
  },
  {
    name: 'sheet',
    shown: framed(
      <Page title="Behind it">
        <Sheet
          open
          title="What stands still"
          says="Only what is ticked goes on."
          buttons={<Button>Close</Button>}
          onClose={nothing}
        >
          <Text>A longer thing to read</Text>
        </Sheet>
      </Page>,
    ),
  },
  {
    name: 'taking-back-sheet',
    shown: framed(
      <Page title="Behind it">
        <TakingBackSheet
          title="Take this back?"
          items={[
            {
              callId: 'a',
              doneAt: '2026-11-25T15:02:00Z',
              runId: 'r',
              stepId: 'a',
              says: 'Put “Dentist” in your calendar',
              verdict: 'will',
              changed: null,
              whyNot: null,
            },
            {
              callId: 'b',
              doneAt: '2026-11-25T15:02:00Z',
              runId: 'r',
              stepId: 'b',
              says: 'Send an email',
              verdict: 'cannot',
              changed: null,
              whyNot: 'not-undoable',
            },
          ]}
          busy={false}
          onConfirm={nothing}
          onClose={nothing}
        />
      </Page>,
    ),
  },
  { name: 'toast', shown: framed(<Told />) },
  {
    name: 'virtual-list',
    shown: framed(
      <Page title="A long list">
        <VirtualList label="Rows" items={rows} keyOf={(row) => row} guess={() => 32} onNearEnd={nothing}>
          {(row) => <Link href="#/">{row}</Link>}
        </VirtualList>
      </Page>,
    ),
  },
];

function Told() {
  useEffect(() => {
    showToast({ id: 'gallery', title: 'Stretch', says: 'Reminder', mark: 'reminder', stays: true });
  }, []);
  return (
    <Page title="Behind it">
      <ToastRegion closeLabel="Put away" />
    </Page>
  );
}
