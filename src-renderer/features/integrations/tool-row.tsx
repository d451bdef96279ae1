import { useId, useState } from 'react';
import type { Tool } from '#contract/model/tool-server.ts';
import { Button } from '#renderer/design/button.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RiskMark } from '#renderer/design/risk-mark.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { ToolMapForm } from '#renderer/features/integrations/tool-map-form.tsx';
import { riskWords } from '#renderer/words/risk.ts';
import {
  mapSentence,
  raisedByHint,
  toolsChangedSentence,
  toolServerWords as words,
} from '#renderer/words/tool-servers.ts';

type ToolRowProps = { readonly provider: string; readonly tool: Tool; readonly onChanged: () => void };

/** A tool with what is known of it, and the way to say so. */
export function ToolRow({ provider, tool, onChanged }: ToolRowProps) {
  const nameId = useId();
  const [open, setOpen] = useState(false);
  const { name, map, mappedBy, hints, risk, changed } = tool;
  const isRaised = map !== null && (hints.destructive === true || (map.does === 'looks' && hints.readOnly === false));
  const known = map === null ? words.notDescribed : mapSentence(map);
  const close = () => {
    setOpen(false);
    onChanged();
  };
  return (
    <ListRow
      title={
        <Text as="span" id={nameId}>
          {name}
        </Text>
      }
      detail={`${known}${mappedBy === 'shipped' ? ` ${words.shipped}.` : ''}${isRaised ? ` ${raisedByHint}` : ''}`}
      trailing={<RiskMark risk={risk} words={riskWords[risk]} />}
      below={
        open ? (
          <Stack gap={12}>
            {changed ? <Notice tone="warn">{toolsChangedSentence([name])}</Notice> : null}
            <OwnWords tool={tool} />
            <ToolMapForm provider={provider} tool={tool} onSaved={close} onBack={() => setOpen(false)} />
          </Stack>
        ) : (
          <Row>
            <Button look="bare" describedBy={nameId} onPress={() => setOpen(true)}>
              {map === null ? words.describe : words.describeAgain}
            </Button>
          </Row>
        )
      }
    />
  );
}

/** What its maker says of it, set apart from what is ours. */
function OwnWords({ tool: { says, fields } }: { readonly tool: Tool }) {
  return (
    <Stack gap={4}>
      {says === '' ? null : (
        <>
          <Text size="small" weight="medium">
            {words.ownWords}
          </Text>
          <Text as="blockquote" size="small" lines>
            {says}
          </Text>
          <Text size="small" tone="quiet">
            {words.ownWordsNote}
          </Text>
        </>
      )}
      <Text size="small" tone="quiet">
        {words.takes(fields.map((field) => field.name))}
      </Text>
    </Stack>
  );
}
