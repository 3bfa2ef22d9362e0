import { join } from 'node:path';
import type { FaceSet } from '../fonts/face-set.ts';
import { openFolder } from '../fonts/known-faces.ts';
import { fitPages } from '../typesetting/fit-pages.ts';
import { typeset } from '../typesetting/typeset.ts';
import { writeDocx } from '../writers/docx/write-docx.ts';
import { createPdfFonts } from '../writers/pdf/pdf-fonts.ts';
import { writePdf } from '../writers/pdf/write-pdf.ts';
import {
  convertedByLibreOffice,
  docxFromCode,
  docxtemplater,
  easyTemplateX,
  type Maker,
  typst,
} from './contestants.ts';
import { processorSeconds, Rounds } from './measure.ts';
import { composer, makePair, type OurTools } from './ours.ts';
import { stageShares } from './stages.ts';
import { type VillageLetter, villageLetter } from './village-letter.ts';

/**
 * Documents of a round, rounds, and what each engine makes before: so many documents, and for so many seconds, that it
 * runs as it does in a long batch. An engine that is quick with a document needs more of them until V8 has compiled all of it. No
 * engine sees a document twice.
 */
const size = { round: 200, rounds: 7, warmUp: 400, warmUpSeconds: 5 } as const;
/** Files LibreOffice converts in one process: enough for its start to weigh little. */
const converted = 24;

/** What the comparison needs of the machine. */
export interface DuelSetting {
  readonly root: string;
  readonly faces: FaceSet;
  readonly say: (text: string) => void;
}

interface Engine {
  readonly name: string;
  /** Makes all documents of a round, one after another, on this thread. */
  readonly make: (letters: readonly VillageLetter[]) => Promise<void>;
}

const names = {
  docx: '本项目 Word',
  pdf: '本项目 PDF/A',
  pair: '本项目 Word 和 PDF/A',
  docxtemplater: 'docxtemplater',
  easyTemplateX: 'easy-template-x',
  code: 'docx（程序直接写）',
  typst: 'Typst PDF/A',
  libreOffice: 'docxtemplater＋LibreOffice',
} as const;

const oneByOne =
  (make: Maker): Engine['make'] =>
  async (letters) => {
    for (const letter of letters) await make(letter);
  };

function ourEngines(tools: OurTools): readonly Engine[] {
  const { compose, fonts, faces } = tools;
  const pdf: Maker = (letter) => writePdf(typeset(compose(letter), faces), fonts);
  return [
    {
      name: names.docx,
      make: oneByOne((letter) => {
        const document = compose(letter);
        return writeDocx(document, fitPages(document));
      }),
    },
    { name: names.pdf, make: oneByOne(pdf) },
    { name: names.pair, make: oneByOne(async (letter) => (await makePair(letter, tools))[1]) },
  ];
}

async function otherEngines({ root }: DuelSetting): Promise<readonly Engine[]> {
  const packaged = join(root, 'node_modules/@expo-google-fonts/tinos/400Regular');
  const setter = await typst([join(root, openFolder), packaged]);
  return [
    { name: names.docxtemplater, make: oneByOne(await docxtemplater()) },
    { name: names.easyTemplateX, make: oneByOne(await easyTemplateX()) },
    { name: names.code, make: oneByOne(await docxFromCode()) },
    ...(setter === null ? [] : [{ name: names.typst, make: oneByOne(setter) }]),
  ];
}

/** Letters from a number on: every call gets new ones. */
function fresh(): (count: number) => readonly VillageLetter[] {
  let next = 0;
  return (count) => Array.from({ length: count }, () => villageLetter(next++));
}

/** Has an engine make documents until it is warm. */
async function warmUp({ make }: Engine, letters: (count: number) => readonly VillageLetter[]): Promise<void> {
  let [made, seconds] = [0, 0];
  while (made < size.warmUp || seconds < size.warmUpSeconds) {
    const batch = letters(size.round);
    seconds += await processorSeconds(() => make(batch));
    made += batch.length;
  }
}

const shown = (value: number | null, digits: number): string => value?.toFixed(digits) ?? '（没有装）';

/** Compares our writers with what people would use instead, on the same content; prints rates and ratios. */
export async function duel(setting: DuelSetting): Promise<void> {
  const { say } = setting;
  const letters = fresh();
  const { faces } = setting;
  const tools: OurTools = { compose: composer(), fonts: createPdfFonts(faces), faces };
  const engines = [...ourEngines(tools), ...(await otherEngines(setting))];
  const rounds = new Rounds();
  for (const engine of engines) await warmUp(engine, letters);
  for (let round = 0; round < size.rounds; round++) {
    for (const { name, make } of engines) {
      const batch = letters(size.round);
      rounds.note(name, (await processorSeconds(() => make(batch))) / batch.length);
    }
  }
  const template = await docxtemplater();
  const files: Uint8Array[] = [];
  for (const letter of letters(converted)) files.push(await template(letter));
  const seconds = convertedByLibreOffice(files);
  if (seconds !== null) {
    const filling = 1 / (rounds.rate(names.docxtemplater) ?? Number.NaN);
    for (let round = 0; round < size.rounds; round++)
      rounds.note(names.libreOffice, seconds / converted + filling);
  }

  say(
    `同样内容的 ${size.round * size.rounds} 份文件（标题、8 段、30 行 5 列的表；各自先做 ${size.warmUp} 份、至少 ${size.warmUpSeconds} 秒不计时），每秒份数（一个处理器）：`,
  );
  for (const name of Object.values(names)) say(`  ${name.padEnd(24, ' ')}${shown(rounds.rate(name), 1)}`);
  say('倍数（同一次运行里逐轮相比，取中位数）：');
  for (const [ours, theirs] of [
    [names.docx, names.easyTemplateX],
    [names.docx, names.docxtemplater],
    [names.docx, names.code],
    [names.pdf, names.typst],
    [names.pair, names.libreOffice],
  ] as const) {
    say(`  ${ours} 对 ${theirs}：${shown(rounds.ratio(ours, theirs), 1)} 倍`);
  }
  say('本项目一份文件（Word 和 PDF/A）各步用时：');
  for (const line of await stageShares(letters(size.round), tools)) say(line);
}
