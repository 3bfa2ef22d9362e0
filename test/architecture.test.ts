import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '..', 'src');

/** Which rooms a room may import from, besides itself. A room is a folder below `src`, or `writers/<format>`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  document: ['diagnostics'],
  format: ['diagnostics', 'document'],
  plan: ['diagnostics', 'document', 'keeping'],
  fonts: ['diagnostics', 'format', 'keeping', 'packaging'],
  composition: ['diagnostics', 'document', 'keeping', 'plan'],
  proofreading: ['diagnostics', 'document', 'keeping', 'plan'],
  typesetting: ['diagnostics', 'document', 'format', 'fonts', 'keeping'],
  preflight: ['diagnostics', 'document', 'format', 'typesetting/page.ts'],
  inspection: ['diagnostics', 'document', 'format', 'typesetting/page.ts'],
  packaging: [],
  keeping: ['diagnostics'],
  'writers/docx': ['diagnostics', 'document', 'format', 'keeping', 'packaging'],
  'writers/xlsx': ['diagnostics', 'document', 'format', 'keeping', 'packaging'],
  'writers/pdf': [
    'diagnostics',
    'document',
    'format',
    'fonts',
    'keeping',
    'packaging',
    'typesetting/page.ts',
  ],
  'writers/proof': ['document', 'format', 'typesetting/page.ts'],
  'writers/text': ['document'],
  delivery: ['diagnostics', 'document'],
  archiving: ['diagnostics', 'document', 'plan', 'delivery/manifest.ts'],
  making: [
    'keeping',
    'diagnostics',
    'document',
    'format',
    'fonts',
    'typesetting',
    'preflight',
    'writers/docx',
    'writers/pdf',
    'writers/xlsx',
    'delivery/manifest.ts',
    'delivery/sha256.ts',
  ],
  printing: [
    'diagnostics',
    'document',
    'format',
    'packaging',
    'plan',
    'delivery',
    'typesetting/page.ts',
    'writers/pdf',
  ],
  // '' are the files at the top: arguments, jobs, pipeline, workspace.
  commands: [
    'keeping',
    'writers/xlsx',
    '',
    'bench',
    'diagnostics',
    'document',
    'format',
    'plan',
    'fonts',
    'making',
    'delivery',
    'record',
    'archiving',
    'printing',
  ],
  record: ['diagnostics', 'document', 'delivery', 'making/task.ts'],
  bench: [
    'workspace.ts',
    'plan',
    'writers/xlsx',
    'diagnostics',
    'document',
    'fonts',
    'composition',
    'typesetting',
    'writers/docx',
    'writers/pdf',
    'making/crew.ts',
    'making/worker-thread.ts',
  ],
};

/** The rooms an outside library may be used in; libraries not named here may not be used at all. */
const homes: Readonly<Record<string, readonly string[]>> = {
  handlebars: ['composition'],
  'mdast-util-from-markdown': ['composition'],
  'mdast-util-directive': ['composition'],
  'micromark-extension-directive': ['composition'],
  mdast: ['composition'],
  yaml: ['plan', 'fonts'],
  zod: ['plan', 'composition'],
  docx: ['writers/docx', 'bench'],
  docxtemplater: ['bench'],
  'easy-template-x': ['bench'],
  pizzip: ['bench'],
  '@myriaddreamin/typst-ts-node-compiler': ['bench'],
  exceljs: ['writers/xlsx'],
  'pdf-lib': ['inspection', 'printing'],
  fflate: ['inspection', 'archiving', 'packaging', 'plan', 'writers/docx', 'writers/xlsx'],
  saxes: ['inspection', 'archiving', 'plan'],
  'fast-glob': [''],
  chokidar: [''],
};

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'));

const roomOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/');
  if (first === 'writers') return `writers/${second}`;
  return file.includes('/') ? first : '';
};

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(source, file), 'utf8').matchAll(
      /^(?:import|export)\b[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');

const targetOf = (file: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(file), specifier));

describe('imports run one way', () => {
  test.each(files.filter((file) => roomOf(file) !== ''))('%s', (file) => {
    const room = roomOf(file);
    const allowed = mayImport[room];
    expect(allowed, `room ${room} is not in the table`).toBeDefined();
    const astray = importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => targetOf(file, specifier))
      .filter(
        (target) =>
          roomOf(target) !== room &&
          !(allowed ?? []).some((place) => place === target || place === roomOf(target)),
      );
    expect(astray).toEqual([]);
  });
});

describe('each outside library has its room', () => {
  test.each(files)('%s', (file) => {
    const outside = importsOf(file).filter(
      (specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'),
    );
    const astray = outside.filter((specifier) => {
      const name = specifier.startsWith('@')
        ? specifier.split('/').slice(0, 2).join('/')
        : specifier.split('/')[0];
      return !(homes[name ?? ''] ?? []).includes(roomOf(file));
    });
    expect(astray).toEqual([]);
  });
});

test('only the edges read files, the clock or the environment', () => {
  const edges = [
    'main.ts',
    'worker.ts',
    'workspace.ts',
    'written-files.ts',
    'bench/office.ts',
    'bench/threads.ts',
    'bench/letter-thread.ts',
    'bench/watching.ts',
    'bench/read-workbook.ts',
    'bench/contestants.ts',
    'delivery/disk.ts',
    'keeping/machine-shelf.ts',
    'fonts/locate.ts',
    'fonts/set-up.ts',
  ];
  const impure =
    /\bfrom 'node:(?:fs|child_process|os)|\bDate\.now\(|\bnew Date\(\)|\bprocess\.env\b|\bMath\.random\(/;
  const offenders = files.filter(
    (file) => !edges.includes(file) && impure.test(readFileSync(join(source, file), 'utf8')),
  );
  expect(offenders).toEqual([]);
});

test.each([source, import.meta.dirname])('no file below %s is over 300 lines', (folder) => {
  const long = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?ts$|\.mjs$/.test(file))
    .filter((file) => readFileSync(join(folder, file), 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});
