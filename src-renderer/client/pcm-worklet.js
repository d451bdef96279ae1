// Runs beside the page, in the browser's own thread for sound: makes 16-bit samples of what the microphone gives.
/** A twentieth of a second: no more than that of the last word can be missed. */
const SAMPLES = 1_200;

class Pcm extends AudioWorkletProcessor {
  samples = new Int16Array(SAMPLES);
  filled = 0;

  process([[channel] = []]) {
    for (const value of channel ?? []) {
      this.samples[this.filled] = Math.max(-1, Math.min(1, value)) * 32_767;
      this.filled += 1;
      if (this.filled === SAMPLES) this.hand();
    }
    return true;
  }

  hand() {
    const { buffer } = this.samples.slice(0, this.filled);
    this.port.postMessage(buffer, [buffer]);
    this.filled = 0;
  }
}

registerProcessor('pcm', Pcm);
