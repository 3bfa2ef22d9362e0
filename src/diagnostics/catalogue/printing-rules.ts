import { error, note, type Rule, warning } from './rule.ts';

/** Rules about printing what was built. */
export const printingRules = {
  'printing/not-built': error(
    '要打印的文件还没有生成',
    '“分发”里要发的文件，输出文件夹里还没有，或者还没有它的 PDF。先运行 npm run build:docs 生成整套，再打印。',
  ),
  'printing/stale': error(
    '数据改过，文件还是旧的',
    '数据或模板改过以后没有重新生成，印出来的会是旧文件。先运行 npm run build:docs，再打印。',
  ),
  'printing/missing-file': error(
    '输出文件夹里少了文件',
    '清单（manifest.json）里有这个文件，输出文件夹里没有，可能被移走、改名或删去了。重新运行 npm run build:docs 就会补上。',
  ),
  'printing/changed-file': error(
    '文件被改动过',
    '输出文件夹里的文件与生成时的校验值不一样，可能是用别的程序改过。为免印错，不打印改动过的文件：要改内容，请改数据或模板后重新生成。',
  ),
  'printing/usual-list': note(
    '没有写分发，按通常的发',
    '数据里没有“分发”，就按通常的办：每个村各发一份通知和本村的任务书、评价表，存档两份。要发给别的单位或改份数，在数据里写“分发”。',
  ),
  'printing/double-number': error(
    '发文字号用了两次',
    '两个方案写了同一个发文字号。每件发文的字号只能用一次，改正其中一处；复制方案文件夹另做一个的，先改字号。',
    '7.2.5',
    'derived',
  ),
  'printing/number-gap': warning(
    '发文字号不连续',
    '一年里的发文字号从1号起连续编。缺的号如果是用别的办法发的文，不用处理；是漏号或作废的，应当查明并在登记簿上注明。',
  ),
  'printing/register-not-built': warning(
    '登记的文件还没有生成',
    '发文登记簿上的页数取自生成的文件。这一件还没有生成，或者数据改过以后没有重新生成，所以页数空着。',
  ),
} as const satisfies Record<string, Rule>;
