/** An email on its way out: what the outgoing server is told, and its text. */
export type Parcel = {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Uint8Array;
};
