import type { Findings } from '../diagnostics/findings.ts';
import type { Owner } from './lock.ts';

/** Reports that a file edited by hand was kept under another name. */
export function reportKept(findings: Findings, file: string, as: string): void {
  findings.report('delivery/hand-edited', `${file}：生成以后被人改过，改过的一份留作 ${as}`, undefined, {
    hint: '要保留的改动，请写进数据或模板，或者用改过的那一份；不要的，删去即可。',
  });
}

/** Reports who builds into a folder. */
export function reportBusy(findings: Findings, folder: string, { process, host, since }: Owner): void {
  const who = host === '' ? '别的程序' : `电脑 ${host} 上的程序（进程号 ${process}）`;
  const time = new Date(since);
  const when = Number.isNaN(time.getTime())
    ? ''
    : `，${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}开始的`;
  findings.report('delivery/busy', `${folder}：${who}正在往这里生成${when}`, undefined, {
    hint: '等它结束后再运行。',
  });
}

/** Reports that some files are in their places and others could not be put there. */
export function reportHalfPlaced(findings: Findings, folder: string, count: number): void {
  findings.report(
    'delivery/half-placed',
    `${folder}：还有 ${count} 个文件没有换成新的，其余的已经换好`,
    undefined,
    {
      hint: '照提示处理后再运行一次，就会换完；在这之前不要印发。',
    },
  );
}
