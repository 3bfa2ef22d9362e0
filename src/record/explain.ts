import type { Verdict } from './judge.ts';

/** Why a file was taken away, for `--why`. */
export const explainRemoval = (path: string): string => `${path}：删去，因为现在的方案不再生成这个文件`;

/** Why a file was made or left as it is, for `--why`: a line, and where its content changed. */
export function explain(path: string, verdict: Verdict): string {
  return [`${path}：${reason(verdict)}`, ...details(verdict)].join('\n');
}

function reason(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'good':
      return '没有变，不重新生成';
    case 'forced':
      return '重新生成，因为写了 --force';
    case 'new':
      return '生成，以前没有生成过，或者没有记录';
    case 'program':
      return '重新生成，因为程序更新了';
    case 'faces':
      return '重新生成，因为用的字体变了';
    case 'places':
      return '重新生成，因为提示里的行号变了';
    case 'gone':
      return '重新生成，因为文件不在了';
    case 'edited':
      return '重新生成，因为文件被人改过';
    case 'moved':
      return `重新生成，因为文件名变了，原来是 ${verdict.from}`;
    case 'content':
      return '重新生成，因为内容变了';
  }
}

function details(verdict: Verdict): readonly string[] {
  if (verdict.kind !== 'content') return [];
  const { changed, count, removed } = verdict;
  const places = changed.map(({ where, words }) => {
    const what = words === '' ? where : `${where}：${words}`;
    return `    ${what}`;
  });
  if (count > changed.length) places.push(`    等 ${count} 处`);
  if (removed > 0) places.push(`    少了 ${removed} 处`);
  return places;
}
