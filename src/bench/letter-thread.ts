import { readFileSync } from 'node:fs';
import { type MessagePort, workerData } from 'node:worker_threads';
import { Findings } from '../diagnostics/findings.ts';
import { FaceSet } from '../fonts/face-set.ts';
import { obey, type WorkerData } from '../making/worker-thread.ts';
import { createPdfFonts } from '../writers/pdf/pdf-fonts.ts';
import { composer, makePair } from './ours.ts';
import { villageLetter } from './village-letter.ts';

/** Letters one thread makes, by their numbers. */
export interface LetterOrder {
  readonly first: number;
  readonly count: number;
}

/** What a worker thread does in the bench: makes letters as Word and PDF/A; answers how many bytes they were. */
export function makeLetters(port: MessagePort): void {
  const { chains } = workerData as WorkerData;
  const faces = new FaceSet(chains, (file) => readFileSync(file), new Findings());
  const tools = { compose: composer(), fonts: createPdfFonts(faces), faces };
  obey<never, LetterOrder, number>(port, {
    open: () => undefined,
    make: async ({ first, count }) => {
      let bytes = 0;
      for (let number = first; number < first + count; number++) {
        for (const file of await makePair(villageLetter(number), tools)) bytes += file.length;
      }
      return bytes;
    },
  });
}
