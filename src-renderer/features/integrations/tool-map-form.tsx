import { useId, useState } from 'react';
import { type Tool, ToolDoesSchema, type ToolMap } from '#contract/model/tool-server.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { ChoiceList } from '#renderer/design/choice-list.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { SelectField } from '#renderer/design/select-field.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { doesWords, reachesWords, toolServerWords as words } from '#renderer/words/tool-servers.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type ToolMapFormProps = {
  readonly provider: string;
  readonly tool: Tool;
  readonly onSaved: () => void;
  readonly onBack: () => void;
};

const blank = { reaches: 'others', recipients: null, backByHand: false, repeatable: false } as const;
const doesOptions = ToolDoesSchema.options.map((does) => ({ value: does, label: doesWords[does] }));
const reachesOptions = (['self', 'others', 'public'] as const).map((value) => ({ value, says: reachesWords[value] }));

/** What a tool does, in the person’s words: what kind of thing, whom it reaches, whether it can be taken back. */
export function ToolMapForm({ provider, tool, onSaved, onBack }: ToolMapFormProps) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const [does, setDoes] = useState<ToolMap['does'] | null>(tool.map?.does ?? null);
  const [rest, setRest] = useState<Omit<ToolMap, 'does'>>(tool.map ?? blank);
  const change = (changed: Partial<ToolMap>) => setRest((before) => ({ ...before, ...changed }));
  const addressed = tool.fields.filter(({ kind }) => kind === 'text' || kind === 'words');
  const save = (map: ToolMap | null) =>
    void press(async () => {
      await api.toolServers.mapTool({ provider, tool: tool.name, version: tool.version, map });
      onSaved();
    });
  const whole = does === null ? null : wholeMap(does, rest);
  return (
    <Form
      label={words.describeTitle(tool.name)}
      onSubmit={() => {
        if (whole !== null) save(whole);
      }}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy} disabled={whole === null}>
            {words.save}
          </Button>
          {tool.map === null ? null : <Button onPress={() => save(null)}>{words.forget}</Button>}
          <Button onPress={onBack}>{words.back}</Button>
        </>
      }
    >
      <Stack gap={16}>
        <SelectField
          label={words.does}
          value={does ?? ''}
          {...(does === null ? { placeholder: words.choose } : {})}
          groups={[{ heading: '', options: doesOptions }]}
          autoFocus
          onChange={(value) => setDoes(ToolDoesSchema.parse(value))}
        />
        {does === null || does === 'looks' ? null : (
          <>
            <Stack gap={4}>
              <Text size="small" weight="medium">
                {words.reaches}
              </Text>
              <ChoiceList
                label={words.reaches}
                value={rest.reaches}
                options={reachesOptions}
                onChange={(reaches) => change({ reaches })}
              />
            </Stack>
            {rest.reaches === 'others' && addressed.length > 0 ? (
              <SelectField
                label={words.recipients}
                value={rest.recipients ?? ''}
                placeholder={words.anybody}
                groups={[{ heading: '', options: addressed.map(({ name }) => ({ value: name, label: name })) }]}
                onChange={(recipients) => change({ recipients: recipients === '' ? null : recipients })}
              />
            ) : null}
            <Tick says={words.backByHand} on={rest.backByHand} onChange={(backByHand) => change({ backByHand })} />
            <Tick says={words.repeatable} on={rest.repeatable} onChange={(repeatable) => change({ repeatable })} />
          </>
        )}
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Form>
  );
}

/** A look reaches nobody, whatever was chosen before. */
const wholeMap = (
  does: ToolMap['does'],
  { reaches, recipients, backByHand, repeatable }: Omit<ToolMap, 'does'>,
): ToolMap =>
  does === 'looks'
    ? { does, reaches: 'self', recipients: null, backByHand: false, repeatable: true }
    : { does, reaches, recipients: reaches === 'others' ? recipients : null, backByHand, repeatable };

type TickProps = { readonly says: string; readonly on: boolean; readonly onChange: (on: boolean) => void };

function Tick({ says, on, onChange }: TickProps) {
  const id = useId();
  return (
    <Row gap={8}>
      <Checkbox labelledBy={id} checked={on} onChange={onChange} />
      <Text as="span" id={id}>
        {says}
      </Text>
    </Row>
  );
}
