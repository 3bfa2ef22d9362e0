import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { titleFaces } from '../src/document/profile.ts';
import { type FaceRole, faceNamesOf } from '../src/format/faces.ts';
import { hasTool } from './validators.ts';

const run = promisify(execFile);

/** Where `npm run fonts` puts the open faces. */
const openFaces = join(import.meta.dirname, '..', '.cache', 'fonts');

/** Open face that stands in for each official one, by family name. */
const standIns: Readonly<Record<FaceRole, string>> = {
  xiaobiaosong: 'FandolSong:bold',
  fangsong: 'FandolFang',
  heiti: 'FandolHei',
  kaiti: 'FandolKai',
  songti: 'FandolSong',
  western: 'Tinos',
};

/** Whether Word files can be set here by LibreOffice with the faces of our own PDF. */
export const hasLibreOffice = (): boolean =>
  hasTool('soffice') && (process.env.CI === 'true' || existsSync(join(openFaces, 'FandolFang-Regular.otf')));

const tinos = join(import.meta.dirname, '..', 'node_modules', '@expo-google-fonts', 'tinos', '400Regular');

/** All names under which files may ask for the face of a role. */
function namesOf(role: keyof typeof standIns): ReadonlySet<string> {
  const names = titleFaces.flatMap((titleFace) =>
    (['GB2312', 'Windows'] as const).map((faceNames) => faceNamesOf({ titleFace, faceNames })[role]),
  );
  return new Set(names);
}

function fontConfiguration(folder: string): string {
  const roles = Object.keys(standIns) as (keyof typeof standIns)[];
  const aliases = roles.flatMap((role) => {
    const [family, weight] = standIns[role].split(':');
    const bold =
      weight === 'bold'
        ? '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'
        : '';
    return [...namesOf(role)].map(
      (name) => `<match target="pattern"><test name="family"><string>${name}</string></test>
<edit name="family" mode="assign" binding="strong"><string>${family}</string></edit>${bold}</match>`,
    );
  });
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${openFaces}</dir><dir>${tinos}</dir><cachedir>${join(folder, 'fontconfig')}</cachedir>
${aliases.join('\n')}
</fontconfig>`;
}

/** Has LibreOffice set files into PDF, or recalculate and write them as another format; returns the new files in order. */
export async function convertWithLibreOffice(
  files: readonly string[],
  format = 'pdf',
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  const target = join(folder, 'out');
  mkdirSync(target);
  const configuration = join(folder, 'fonts.conf');
  writeFileSync(configuration, fontConfiguration(folder));
  const copies = files.map((file, index) => {
    const copy = join(folder, `${index}${file.slice(file.lastIndexOf('.'))}`);
    copyFileSync(file, copy);
    return copy;
  });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const ending = format.split(':')[0] ?? format;
  await run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', target, ...copies], {
    env: { ...process.env, FONTCONFIG_FILE: configuration },
    maxBuffer: 64 * 1024 * 1024,
  });
  return files.map((_, index) => join(target, `${index}.${ending}`));
}

/** Points: where the type area of a turned page begins, with its page number before it; where that of an upright one ends. */
const [turnedLeft, uprightRight] = [98, 523];

interface Word {
  readonly x: number;
  readonly right: number;
  readonly middle: number;
  readonly text: string;
}

const wordPattern =
  /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;

const wordsOf = (page: string): Word[] =>
  [...page.matchAll(wordPattern)].map(([, x, top, right, bottom, text = '']) => ({
    x: Number(x),
    right: Number(right),
    middle: (Number(top) + Number(bottom)) / 2,
    text,
  }));

const inOrder = (words: readonly Word[]): string =>
  words
    .toSorted((a, b) => a.x - b.x)
    .map(({ text }) => text)
    .join('');

/** The lines of each page: what stands on one base line, white space left out; a turned page's number comes last. */
export function pdfLines(file: string): readonly (readonly string[])[] {
  const { stdout, error } = spawnSync('pdftotext', ['-bbox-layout', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) => {
      const words = wordsOf(page);
      const turned = words.some(({ right }) => right > uprightRight + 1);
      const isNumber = ({ right }: Word) => turned && right < turnedLeft;
      const rows: { readonly middle: number; readonly words: Word[] }[] = [];
      for (const word of words.filter((word) => !isNumber(word)).sort((a, b) => a.middle - b.middle)) {
        const row = rows.at(-1);
        if (row !== undefined && word.middle - row.middle < 4) row.words.push(word);
        else rows.push({ middle: word.middle, words: [word] });
      }
      const number = words.filter(isNumber);
      return [...rows.map((row) => inOrder(row.words)), ...(number.length > 0 ? [inOrder(number)] : [])];
    });
}
