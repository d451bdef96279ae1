import worklet from '#renderer/client/pcm-worklet.js?url&no-inline';

/** What providers of speech take: samples a second. */
const RATE = 24_000;
/** Of two bytes each. */
export const BYTES_PER_SECOND = 2 * RATE;

export type Microphone = {
  /** What was recorded since it was asked for last; 16-bit samples. */
  take(): Uint8Array<ArrayBuffer>;
  /** Lets the microphone go, in every case. */
  stop(): void;
};

/** Opens the microphone. Throws what the browser says: `NotAllowedError`, `NotFoundError` and the like. */
export async function openMicrophone(): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    const context = new AudioContext({ sampleRate: RATE });
    await context.audioWorklet.addModule(worklet);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const samples = new AudioWorkletNode(context, 'pcm', { numberOfOutputs: 0, channelCount: 1 });
    samples.port.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => pieces.push(new Uint8Array(data));
    context.createMediaStreamSource(stream).connect(samples);
    return {
      take: () => joined(pieces.splice(0)),
      stop() {
        letGo();
        if (context.state !== 'closed') void context.close();
      },
    };
  } catch (error) {
    letGo();
    throw error;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}
