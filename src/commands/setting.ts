import type { Disk } from '../delivery/disk.ts';
import type { Builder } from '../delivery/lock.ts';
import type { Findings } from '../diagnostics/findings.ts';
import type { CalendarDate } from '../document/calendar-date.ts';
import type { FaceSet } from '../fonts/face-set.ts';
import type { FaceChains } from '../fonts/located-face.ts';
import type { Shelf } from '../keeping/shelf.ts';
import type { Worker } from '../making/crew.ts';
import type { Purpose } from '../making/worker-thread.ts';

/** Exit codes: everything well; errors found; command misused; stopped by the clerk. */
export const exit = { ok: 0, errors: 1, usage: 2, interrupted: 130 } as const;

/** Where a command speaks to the clerk. */
export interface Terminal {
  /** A line of results, on the standard output. */
  readonly say: (text: string) => void;
  /** A line about faults, on the error stream. */
  readonly complain: (text: string) => void;
  /** Shows how far the work is on a line that the next text replaces, null removes it; null where nobody watches. */
  readonly progress: ((text: string | null) => void) | null;
  /** Whether lines about faults may carry colours. */
  readonly colour: boolean;
}

/** What a command has to work with; main takes it from the process. */
export interface Setting {
  /** The project's folder. */
  readonly root: string;
  /** As `process.platform`. */
  readonly platform: string;
  readonly terminal: Terminal;
  /** Version of the program: another one may make other files of the same data. */
  readonly program: string;
  /** Version of the program as it is released. */
  readonly release: string;
  /** The day it is: on the machine's calendar, or what SOURCE_DATE_EPOCH says. */
  readonly today: () => CalendarDate;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** The disk that files are delivered to. */
  readonly disk: Disk;
  /** This process, as others that build know it. */
  readonly builder: Builder;
  /** Tells that the clerk stops the command (Ctrl-C). */
  readonly signal: AbortSignal;
  /** What was found about the machine: its faces. */
  readonly findings: Findings;
  /** Threads that may run at once. */
  readonly cores: number;
  /** What earlier runs of this version made of faces and styles. */
  readonly shelf: Shelf;
  /** Starts another thread for what is made many times; null where the program is not compiled. */
  readonly startWorker: (<Plan, Order, Made>(purpose: Purpose) => Worker<Plan, Order, Made>) | null;
  /**
   * From now on memory counts for more than the time it takes to free it, for many thousand documents follow: garbage is
   * cleared away when it comes to so many hundredths of what is held.
   */
  readonly spareMemory: (percent: number) => void;
  /** Where the faces of this machine are, looked for when first asked for. */
  readonly chains: () => FaceChains;
  /** The faces of this machine, opened when first asked for. */
  readonly faces: () => FaceSet;
  /** The same setting with the faces of the machine looked for anew. */
  readonly anew: () => Setting;
  /** Watches folders below the project's; resolves when they are in sight to what ends it. */
  readonly watch: (
    folders: readonly string[],
    changed: (path: string) => void,
  ) => Promise<() => Promise<void>>;
}

/** A command: what `npm run` calls with its arguments; returns the exit code. */
export type Command = (args: readonly string[], setting: Setting) => number | Promise<number>;
