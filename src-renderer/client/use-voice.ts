import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#contract/model/failure.ts';
import type { Api } from '#renderer/client/api.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { BYTES_PER_SECOND, openMicrophone } from '#renderer/client/microphone.ts';
import { type Trouble, troubleOf } from '#renderer/client/trouble.ts';

/** How often sound is handed over. */
const EACH_MS = 250;
/** Whoever lets go sooner did not mean to talk. */
const SHORTEST_MS = 350;

export type VoiceTrouble =
  | { readonly kind: 'no-microphone' | 'not-allowed' | 'too-short' | 'too-long' }
  | { readonly kind: 'away'; readonly trouble: Trouble }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type VoiceState = 'idle' | 'opening' | 'listening' | 'finishing';

export type Voice = {
  /** Whether there is somebody to write it down; without, there is no button. */
  readonly offered: boolean;
  readonly state: VoiceState;
  readonly trouble: VoiceTrouble | null;
  press(): void;
  /** Done talking: the words are completed. */
  release(): void;
  /** The words that came stand as they are, and no more of them come: the person goes on by hand. */
  leave(): void;
};

/** `onWords` is handed all the words so far, each time; null: they are taken away again. */
export function useVoice(onWords: (words: string | null) => void): Voice {
  const api = useApi();
  const longest = useOffered(api);
  const [state, setState] = useState<VoiceState>('idle');
  const [trouble, setTrouble] = useState<VoiceTrouble | null>(null);
  const talk = useRef<Talk | null>(null);
  const words = useRef(onWords);
  words.current = onWords;

  function leave() {
    talk.current?.drop();
    talk.current = null;
    setState('idle');
  }
  /** What was said is forgotten. */
  function cancel() {
    if (talk.current === null) return;
    leave();
    words.current(null);
  }
  const whenGone = useRef(cancel);
  whenGone.current = cancel;
  useEffect(() => {
    const onHidden = () => document.hidden && whenGone.current();
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      whenGone.current();
    };
  }, []);

  const isOn = state !== 'idle';
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      whenGone.current();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [isOn]);

  function press() {
    cancel();
    setTrouble(null);
    setState('opening');
    const mine = beginTalk(api, longest ?? 0, {
      onState: (next) => talk.current === mine && setState(next),
      onWords: (text) => talk.current === mine && words.current(text),
      onEnd(why) {
        if (talk.current !== mine) return;
        talk.current = null;
        setTrouble(why);
        setState('idle');
        if (why?.kind === 'too-short') words.current(null);
      },
    });
    talk.current = mine;
  }

  return { offered: longest !== null, state, trouble, press, release: () => talk.current?.finish(), leave };
}

/** As long as one may talk in one go, in seconds; null: nobody would write it down. */
function useOffered(api: Api): number | null {
  const [longest, setLongest] = useState<number | null>(null);
  useEffect(() => {
    let gone = false;
    const look = () =>
      void api.voice.status().then(
        ({ offered, longestSeconds }) =>
          gone || setLongest(offered && navigator.mediaDevices !== undefined ? longestSeconds : null),
        () => gone || setLongest(null),
      );
    look();
    window.addEventListener('focus', look);
    return () => {
      gone = true;
      window.removeEventListener('focus', look);
    };
  }, [api]);
  return longest;
}

type Talk = { finish(): void; drop(): void };
type Told = {
  onState(state: VoiceState): void;
  onWords(text: string): void;
  onEnd(trouble: VoiceTrouble | null): void;
};

/** One time of talking, from the press to the last word. The microphone is let go whatever happens. */
function beginTalk(api: Api, longestSeconds: number, { onState, onWords, onEnd }: Told): Talk {
  const began = performance.now();
  let wanted = 'on' as 'on' | 'done' | 'dropped';
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, EACH_MS);
    });

  async function run(): Promise<VoiceTrouble | null> {
    const microphone = await openMicrophone();
    let id: string | null = null;
    try {
      if (wanted !== 'on') return tooShort();
      const begun = await api.voice.begin();
      id = begun.id;
      if (begun.failure !== null || id === null) return failed(begun.failure);
      onState('listening');
      let room = longestSeconds * BYTES_PER_SECOND;
      while (wanted === 'on' && room > 0) {
        await pause();
        const sound = microphone.take().subarray(0, room);
        room -= sound.byteLength;
        const { text, failure } = await api.voice.hear({ id, sound: base64(sound) });
        if (text !== '') onWords(text);
        if (failure !== null) return failed(failure);
      }
      if (isDropped() || performance.now() - began < SHORTEST_MS) return tooShort();
      onState('finishing');
      const rest = microphone.take().subarray(0, room);
      microphone.stop();
      if (rest.byteLength > 0) await api.voice.hear({ id, sound: base64(rest) });
      const ended = await api.voice.end({ id });
      id = null;
      if (ended.text !== '') onWords(ended.text);
      return failed(ended.failure) ?? (room > 0 ? null : { kind: 'too-long' });
    } finally {
      microphone.stop();
      if (id !== null) await api.voice.drop({ id }).catch(() => {});
    }
  }

  const isDropped = () => wanted === 'dropped';
  const tooShort = (): VoiceTrouble | null => (isDropped() ? null : { kind: 'too-short' });
  const stopAs = (how: 'done' | 'dropped') => () => {
    wanted = how;
    wake();
  };
  run().then(onEnd, (error: unknown) => onEnd(whyNot(error)));
  return { finish: stopAs('done'), drop: stopAs('dropped') };
}

const failed = (failure: Failure | null): VoiceTrouble | null => (failure ? { kind: 'failed', failure } : null);

/** What the browser calls it when a microphone can't be had; anything else is a core that does not answer. */
function whyNot(error: unknown): VoiceTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return { kind: 'not-allowed' };
  if (name === 'NotFoundError' || name === 'NotReadableError' || name === 'OverconstrainedError')
    return { kind: 'no-microphone' };
  return { kind: 'away', trouble: troubleOf(error) };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
