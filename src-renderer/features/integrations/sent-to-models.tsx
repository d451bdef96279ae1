import type { LoggedEvent } from '#contract/model/event.ts';
import type { ModelCall } from '#contract/model/model-call.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Code } from '#renderer/design/code.tsx';
import { Disclosure, Disclosures } from '#renderer/design/disclosure.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Text } from '#renderer/design/text.tsx';
import { callDetail, callTitle, modelsWords } from '#renderer/words/models.ts';

const SHOWN = 20;
const aboutCalls = ({ body }: LoggedEvent) => body.kind === 'plan.made' || body.kind === 'plan.answered';

/** The latest calls, each with word for word what was sent and what came back. */
export function SentToModels() {
  const { data } = useFresh((api) => api.models.calls({ limit: SHOWN }), aboutCalls);
  if (data === null) return null;
  if (data.items.length === 0) return <Text tone="quiet">{modelsWords.nothingSent}</Text>;
  return (
    <List label={modelsWords.sent}>
      {data.items.map((call) => (
        <ListRow key={call.id} title={callTitle(call)} detail={callDetail(call)} below={<Texts call={call} />} />
      ))}
    </List>
  );
}

function Texts({ call: { sent, answer } }: { readonly call: ModelCall }) {
  if (sent === null) {
    return (
      <Text size="small" tone="quiet">
        {modelsWords.forgotten}
      </Text>
    );
  }
  return (
    <Disclosures>
      <Disclosure label={modelsWords.given}>
        <Code>{`${sent.instructions}\n\n${sent.input}`}</Code>
      </Disclosure>
      {answer === null ? null : (
        <Disclosure label={modelsWords.answered}>
          <Code>{answer}</Code>
        </Disclosure>
      )}
    </Disclosures>
  );
}
