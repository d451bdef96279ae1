import type { WebSocket } from 'ws';
import { z } from 'zod';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { Hearing, ProviderOptions, Usage } from '#main/model-router/provider.ts';
import { openAiFailure } from '#main/model-router/providers/openai-failure.ts';

/** How long the connection may take, and how long the last words may take once no more sound comes. */
const OPENS_WITHIN_MS = 10_000;
const ENDS_WITHIN_MS = 15_000;
/** Longer than two minutes of speech, and than any event that tells of it. */
const MOST_WRITTEN = 20_000;
const MOST_BYTES = 1_000_000;
/** Nothing was said since the last pause, which is no trouble: all of it is written down already. */
const NOTHING_LEFT = 'input_audio_buffer_commit_empty';

const TokensSchema = z.object({ input_tokens: z.number(), output_tokens: z.number() });
/** What is listened for of what the server tells; whatever else it says is let pass. */
const EventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session.updated') }),
  z.object({ type: z.literal('input_audio_buffer.committed'), item_id: z.string().optional() }),
  z.object({
    type: z.literal('conversation.item.input_audio_transcription.delta'),
    item_id: z.string(),
    delta: z.string(),
  }),
  z.object({
    type: z.literal('conversation.item.input_audio_transcription.completed'),
    item_id: z.string(),
    transcript: z.string(),
    usage: z.unknown(),
  }),
  z.object({ type: z.literal('conversation.item.input_audio_transcription.failed'), item_id: z.string().optional() }),
  z.object({ type: z.literal('error'), error: z.object({ code: z.string().nullish() }) }),
]);
type Told = z.infer<typeof EventSchema>;

/**
 * Speech written down by OpenAI's Realtime API in its transcription use, or by a server that speaks as it does. Its own
 * library only speaks to servers elsewhere (`wss:`), so the connection is ours.
 */
export function hearWith({ service, baseUrl, key }: ProviderOptions, model: string): Hearing {
  let socket: WebSocket | null = null;
  const parts = new Map<string, string>();
  const open = new Set<string>();
  let usage: Usage | null = null;
  let isReady = false;
  let before: Uint8Array[] = [];
  /** `ending`: no more sound comes, and the last of it was handed over; `ended` once that is answered. */
  let stage: 'hearing' | 'ending' | 'ended' = 'hearing';
  let broken: Failure | null = null;
  const { promise: over, resolve: end } = Promise.withResolvers<void>();

  const tell = (event: object): void => socket?.send(JSON.stringify(event));
  const append = (sound: Uint8Array): void =>
    tell({ type: 'input_audio_buffer.append', audio: Buffer.from(sound).toString('base64') });
  const breakOff = (failure: Failure): void => {
    broken ??= failure;
    clearTimeout(opening);
    socket?.terminate();
    end();
  };
  const opening = setTimeout(() => breakOff({ kind: 'unreachable', service }), OPENS_WITHIN_MS);

  void connect({ service, baseUrl, key }).then(
    (connected) => {
      socket = connected;
      if (broken !== null) socket.terminate();
      connected.on('open', () => tell(transcriptionOf(model)));
      connected.on('message', (data) => {
        const told = EventSchema.safeParse(parsed(data));
        if (told.success) take(told.data);
      });
      connected.on('unexpected-response', (_request, { statusCode, headers }) => {
        const wait = headers['retry-after'];
        const said = {
          status: statusCode ?? 0,
          headers: new Headers(wait === undefined ? {} : { 'retry-after': wait }),
        };
        breakOff(openAiFailure(said, service, model));
      });
      connected.on('error', () => breakOff({ kind: 'unreachable', service }));
      connected.on('close', () => {
        if (stage !== 'ended') breakOff({ kind: 'unreachable', service });
      });
    },
    () => breakOff({ kind: 'unreachable', service }),
  );

  function take(told: Told): void {
    switch (told.type) {
      case 'session.updated':
        clearTimeout(opening);
        isReady = true;
        for (const sound of before) append(sound);
        before = [];
        if (stage === 'ending') tell({ type: 'input_audio_buffer.commit' });
        return;
      case 'input_audio_buffer.committed':
        // The order of the parts is that in which they were spoken.
        if (told.item_id !== undefined) begin(told.item_id);
        if (stage === 'ending') isHandedOver = true;
        return;
      case 'conversation.item.input_audio_transcription.delta':
        begin(told.item_id);
        write(told.item_id, `${parts.get(told.item_id) ?? ''}${told.delta}`);
        return;
      case 'conversation.item.input_audio_transcription.completed':
        begin(told.item_id);
        write(told.item_id, told.transcript);
        usage = added(usage, told.usage);
        open.delete(told.item_id);
        endWhenWritten();
        return;
      case 'conversation.item.input_audio_transcription.failed':
        breakOff(notMadeOut(service));
        return;
      case 'error':
        if (told.error.code === NOTHING_LEFT) {
          isHandedOver = true;
          endWhenWritten();
        } else breakOff(failureOf(told.error.code ?? null, service, model));
        return;
    }
  }

  function write(id: string, text: string): void {
    if (text.length > MOST_WRITTEN) breakOff(notMadeOut(service));
    else parts.set(id, text);
  }
  let isHandedOver = false;
  function begin(id: string): void {
    if (parts.has(id)) return;
    parts.set(id, '');
    open.add(id);
  }
  /** All that was said is written down once the last of it was handed over and no part is open. */
  function endWhenWritten(): void {
    if (stage === 'ending' && isHandedOver && open.size === 0) finishUp();
  }
  function finishUp(): void {
    stage = 'ended';
    socket?.close();
    end();
  }

  /** Nothing may hide in what the person is about to send as their own words. */
  const words = (): string =>
    [...parts.values()]
      .map((part) => cleanText(part).text.trim())
      .filter((part) => part !== '')
      .join(' ');
  return {
    hear(sound) {
      if (broken !== null || stage !== 'hearing') return;
      if (isReady) append(sound);
      else before.push(sound);
    },
    words,
    trouble: () => broken,
    async finish(): Promise<Result<{ text: string; usage: Usage | null }>> {
      if (stage === 'hearing') {
        stage = 'ending';
        if (isReady && broken === null) tell({ type: 'input_audio_buffer.commit' });
      }
      const late = setTimeout(() => breakOff({ kind: 'unreachable', service }), ENDS_WITHIN_MS);
      await over;
      clearTimeout(late);
      return broken === null ? succeed({ text: words(), usage }) : fail(broken);
    },
    drop: () => breakOff({ kind: 'refused', because: t`It was stopped.` }),
  };
}

/** Loaded when somebody talks: the app starts without it. The key goes in a header, and nobody is followed elsewhere. */
async function connect({ baseUrl, key }: Pick<ProviderOptions, 'service' | 'baseUrl' | 'key'>): Promise<WebSocket> {
  const { WebSocket: Socket } = await import('ws');
  const url = new URL(`${baseUrl.replace(/^http/, 'ws').replace(/\/+$/, '')}/realtime`);
  url.searchParams.set('intent', 'transcription');
  const headers = { authorization: `Bearer ${key ?? 'none'}` };
  return new Socket(url, { headers, followRedirects: false, maxPayload: MOST_BYTES, perMessageDeflate: false });
}

/** Pauses part what is said; each part is written down by itself. */
const transcriptionOf = (model: string) => ({
  type: 'session.update',
  session: {
    type: 'transcription',
    audio: {
      input: {
        format: { type: 'audio/pcm', rate: 24_000 },
        transcription: { model },
        noise_reduction: { type: 'near_field' },
        turn_detection: { type: 'server_vad' },
      },
    },
  },
});

const notMadeOut = (service: string): Failure => ({
  kind: 'unreadable',
  because: t`${service} could not make out what was said.`,
});

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}

function added(usage: Usage | null, told: unknown): Usage | null {
  const tokens = TokensSchema.safeParse(told);
  if (!tokens.success) return usage;
  const { input, cachedInput, output } = usage ?? { input: 0, cachedInput: 0, output: 0 };
  return { input: input + tokens.data.input_tokens, cachedInput, output: output + tokens.data.output_tokens };
}

/** The status that each of these has where it is answered over HTTP. */
const STATUS: Readonly<Record<string, number>> = {
  invalid_api_key: 401,
  model_not_found: 404,
  insufficient_quota: 429,
  rate_limit_exceeded: 429,
};

function failureOf(code: string | null, service: string, model: string): Failure {
  const status = STATUS[code ?? ''];
  return status === undefined ? notMadeOut(service) : openAiFailure({ status, code }, service, model);
}
