import type { ReactNode } from 'react';
import type { HappeningKind } from '#contract/model/happening.ts';
import { Chips } from '#renderer/design/chips.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import type { TriggerDraft } from '#renderer/features/automations/trigger-draft.ts';
import { automationsWords, blanksHint } from '#renderer/words/automations.ts';
import { capitalised } from '#renderer/words/capitalised.ts';

type TriggerPickerProps = {
  readonly draft: TriggerDraft;
  readonly kinds: readonly HappeningKind[];
  /** What is missing, once it was tried. */
  readonly error: string | null;
  readonly onChange: (draft: TriggerDraft) => void;
};

const whens = [
  { value: 'as-said', label: automationsWords.asSaid },
  { value: 'repeats', label: automationsWords.repeats },
  { value: 'once', label: automationsWords.once },
  { value: 'happens', label: automationsWords.happens },
] as const;

const rhythms = [
  { value: 'day', label: automationsWords.everyDay },
  { value: 'weekday', label: automationsWords.everyWeekday },
  { value: 'week', label: automationsWords.everyWeek },
  { value: 'month', label: automationsWords.everyMonth },
] as const;

/** When it is to be done: as the sentence says, or chosen here. */
export function TriggerPicker({ draft, kinds, error, onChange }: TriggerPickerProps) {
  const set = (change: Partial<TriggerDraft>) => onChange({ ...draft, ...change });
  return (
    <Stack gap={12}>
      <Choice label={automationsWords.when}>
        <Chips label={automationsWords.when} value={draft.when} options={whens} onChange={(when) => set({ when })} />
      </Choice>
      {draft.when === 'repeats' ? (
        <Chips
          label={automationsWords.every}
          value={draft.every}
          options={rhythms}
          onChange={(every) => set({ every })}
        />
      ) : null}
      {draft.when === 'once' || draft.when === 'repeats' ? (
        <TextField
          label={draft.when === 'once' ? automationsWords.at : automationsWords.firstAt}
          type="datetime-local"
          value={draft.at}
          error={error}
          onChange={(at) => set({ at })}
        />
      ) : null}
      {draft.when === 'happens' ? (
        <HappeningPicker draft={draft} kinds={kinds} error={error} onChange={onChange} />
      ) : null}
      {draft.when === 'as-said' && error !== null ? (
        <Text size="small" tone="danger">
          {error}
        </Text>
      ) : null}
    </Stack>
  );
}

function HappeningPicker({ draft, kinds, error, onChange }: TriggerPickerProps) {
  const set = (change: Partial<TriggerDraft>) => onChange({ ...draft, ...change });
  const options = kinds.map(({ connector, kind, says }) => ({
    value: `${connector}/${kind}`,
    label: capitalised(says),
  }));
  const chosen = kinds.find(({ connector, kind }) => `${connector}/${kind}` === draft.happening);
  return (
    <Stack gap={12}>
      <Chips
        label={automationsWords.happening}
        value={draft.happening}
        options={options}
        onChange={(happening) => set({ happening, field: '', text: '' })}
      />
      {error !== null ? (
        <Text size="small" tone="danger">
          {error}
        </Text>
      ) : null}
      {chosen ? (
        <>
          <Choice label={automationsWords.only}>
            <Chips
              label={automationsWords.only}
              value={draft.field}
              options={[
                { value: '', label: automationsWords.anyPart },
                ...chosen.fields.map(({ name, label }) => ({ value: name, label })),
              ]}
              onChange={(field) => set({ field })}
            />
          </Choice>
          {draft.field === '' ? null : (
            <TextField label={automationsWords.contains} value={draft.text} onChange={(text) => set({ text })} />
          )}
          <Text size="small" tone="quiet">
            {blanksHint(chosen.fields)}
          </Text>
        </>
      ) : null}
    </Stack>
  );
}

/** A row of choices under its visible name. */
function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Stack gap={4}>
      <Text size="small" weight="medium">
        {label}
      </Text>
      {children}
    </Stack>
  );
}
