import type { Instant } from '#contract/model/instant.ts';
import type { Result } from '#contract/model/result.ts';

/** A folder that the person picked, by the name that they know it by. `path` is absolute and without links. */
export type PickedFolder = { readonly name: string; readonly path: string };

/**
 * Where something stands: the name of a picked folder and the names from there on, `Downloads/Bills/may.pdf`. What lies
 * in a trash begins with the name of that trash, which no picked folder can bear.
 */
export type Place = string;

/** By what a file is known again: the same name with another mark is another file, or one that was changed. */
export type Mark = {
  readonly kind: 'file' | 'folder';
  readonly dev: string;
  readonly ino: string;
  /** Bytes; of a folder nothing that counts. */
  readonly size: number;
  /** When it was last changed, in nanoseconds since 1970. */
  readonly changed: string;
};

export type Entry = {
  readonly place: Place;
  readonly name: string;
  readonly mark: Mark;
  readonly modifiedAt: Instant;
};

export type Listing = {
  readonly entries: readonly Entry[];
  /** What is no plain file and no folder, or can't be looked into. Hidden things are not even counted. */
  readonly passedOver: number;
  /** There is more than was looked at. */
  readonly isCut: boolean;
};

export type ListOptions = {
  /** Also what lies in its folders. */
  readonly deep: boolean;
  /** Decides by the name alone, before anything else is asked of the disk. */
  wants?(name: string, kind: Mark['kind']): boolean;
  readonly signal: AbortSignal;
};

/** `mark` is what was looked at: anything else at `from` stays where it is. */
export type Move = { readonly from: Place; readonly to: Place; readonly mark: Mark };

/** Done in the order of its parts, and as a whole: when one fails, what was done before it is taken back. */
export type Change = {
  /** Files that go for good; each only while it is as it was looked at. */
  readonly removes?: readonly { readonly place: Place; readonly mark: Mark }[];
  /** Folders to be made, outer before inner; one that is there already is fine. */
  readonly makes?: readonly Place[];
  readonly moves?: readonly Move[];
  readonly copies?: readonly Move[];
  /** Folders that go when nothing is in them, inner before outer. */
  readonly unmakes?: readonly Place[];
  /** For what goes to the trash: the wall-clock time that is noted with it, `2026-11-25T12:00:00`. */
  readonly trashedAt?: string;
};

/**
 * The folders that the person picked, and nothing else on this computer. Nothing here follows a link, writes over a
 * file, or touches what begins with a dot.
 */
export type Places = {
  readonly folders: readonly PickedFolder[];
  list(folder: Place, options: ListOptions): Promise<Result<Listing>>;
  /** Null: nothing of that name is there. */
  see(place: Place): Promise<Result<Entry | null>>;
  /** The bytes of a file, and what it was while they were read. `unreadable` when it is larger than `most`. */
  read(place: Place, most: number): Promise<Result<{ readonly bytes: Uint8Array; readonly entry: Entry }>>;
  /** Asked for again after it broke off, it does what is left of it. Twice is once. */
  change(change: Change, signal: AbortSignal): Promise<Result<null>>;
  /** The place in the trash that a file would get: of its own disk, and the same every time for the same file. */
  trashFor(entry: Entry): Promise<Result<Place>>;
};
