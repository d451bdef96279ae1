/** Somebody in the person's contacts, as far as a sentence can mean them. */
export type SavedPerson = {
  /** The connector that holds the card, and its name there. */
  readonly provider: string;
  readonly id: string;
  readonly name: string;
  readonly nicknames: readonly string[];
  readonly emails: readonly string[];
  /** The address that is meant where none is named; null where there is none, or several alike. */
  readonly preferred: string | null;
  readonly phones: readonly string[];
};
