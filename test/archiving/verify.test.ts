import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checksumList } from '../../src/archiving/checksums.ts';
import { verifyRecord } from '../../src/archiving/verify.ts';
import { Findings } from '../../src/diagnostics/findings.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

const closed = { '说明文件.txt': '说明', '形成材料/data/方案.yaml': '方案', '元数据.xml': '<甲/>' };

/** What is found of the closed files after a change. */
function found(change: (files: Record<string, string | null>) => void): readonly string[] {
  const list = checksumList(
    new Map(Object.entries(closed).map(([path, text]) => [path, sha256(bytes(text))])),
  );
  const now: Record<string, string | null> = { ...closed, '校验值.sha256': list };
  change(now);
  const findings = new Findings();
  const files = Object.entries(now).map(([path, text]) => {
    const content = text === null ? null : bytes(text);
    return [path, () => (content === null ? null : { content, sha256: sha256(content) })] as const;
  });
  verifyRecord(new Map(files), '件', findings);
  return findings.sorted().map(({ rule, message }) => `${rule} ${message}`);
}

describe('a closed record', () => {
  test('as it was closed', () => {
    expect(found(() => undefined)).toEqual([]);
  });

  test('a changed file', () => {
    expect(
      found((files) => {
        files['说明文件.txt'] = '说明。';
      }),
    ).toEqual(['archive/closed-changed 件/说明文件.txt：内容与归档时不同']);
  });

  test('a missing file', () => {
    expect(
      found((files) => {
        delete files['元数据.xml'];
      }),
    ).toEqual(['archive/closed-missing 件/元数据.xml：不见了']);
  });

  test('a renamed file', () => {
    expect(
      found((files) => {
        files['元数据 (1).xml'] = files['元数据.xml'] ?? '';
        delete files['元数据.xml'];
      }),
    ).toEqual(['archive/closed-moved 件/元数据 (1).xml：归档时叫“元数据.xml”']);
  });

  test('a file more', () => {
    expect(
      found((files) => {
        files['批注.txt'] = '批注';
      }),
    ).toEqual(['archive/closed-added 件/批注.txt：归档时没有这个文件']);
  });

  test('two files changed about', () => {
    expect(
      found((files) => {
        [files['说明文件.txt'], files['元数据.xml']] = [
          files['元数据.xml'] ?? '',
          files['说明文件.txt'] ?? '',
        ];
      }),
    ).toEqual([
      'archive/closed-changed 件/元数据.xml：这里放的是另一份文件“说明文件.txt”的内容',
      'archive/closed-changed 件/说明文件.txt：这里放的是另一份文件“元数据.xml”的内容',
    ]);
  });

  test('without its list, or with a broken one', () => {
    const message = 'archive/no-checksums 件/校验值.sha256：没有这份清单，或者读不出来';
    expect(
      found((files) => {
        delete files['校验值.sha256'];
      }),
    ).toEqual([message]);
    expect(
      found((files) => {
        files['校验值.sha256'] = '坏了';
      }),
    ).toEqual([message]);
  });
});

describe('what is done with some skill', () => {
  test('only the case of a name is changed', () => {
    expect(
      found((files) => {
        files['元数据.XML'] = files['元数据.xml'] ?? '';
        delete files['元数据.xml'];
      }),
    ).toEqual(['archive/closed-moved 件/元数据.XML：归档时叫“元数据.xml”']);
  });

  test('a file is replaced by a folder of its name', () => {
    expect(
      found((files) => {
        delete files['元数据.xml'];
        files['元数据.xml/新.xml'] = '<乙/>';
      }),
    ).toEqual([
      'archive/closed-added 件/元数据.xml/新.xml：归档时没有这个文件',
      'archive/closed-missing 件/元数据.xml：不见了',
    ]);
  });

  test('a file that the system does not give', () => {
    expect(
      found((files) => {
        files['元数据.xml'] = null;
      }),
    ).toEqual(['archive/closed-unopenable 件/元数据.xml：读不出来']);
  });

  test('a line of the list is changed, or taken out with its file', () => {
    expect(
      found((files) => {
        files['校验值.sha256'] =
          files['校验值.sha256']?.replace(/^./, (figure) => (figure === '0' ? '1' : '0')) ?? '';
      }),
    ).toHaveLength(1);
    expect(
      found((files) => {
        files['校验值.sha256'] = files['校验值.sha256']?.replace(/^.*方案\.yaml\n/m, '') ?? '';
      }),
    ).toEqual(['archive/closed-added 件/形成材料/data/方案.yaml：归档时没有这个文件']);
  });

  test('a file and its line of the list are changed together: the record knows better', () => {
    const pdf = '归档件/PDF/通知.pdf';
    const own = {
      ...{ schema: 1, number: '甲-0001', version: 1, plan: '甲', title: '通知', documentNumber: '1号' },
      ...{ codes: {}, dateOfIssue: {}, faces: [], substitutes: [], fallbacks: [] },
      files: [{ path: pdf, sha256: sha256(bytes('原来的')) }],
    };
    const information = JSON.stringify(own);
    const listing = (text: string) =>
      found((files) => {
        files['归档信息.json'] = information;
        files[pdf] = text;
        files['校验值.sha256'] += checksumList(
          new Map([
            ['归档信息.json', sha256(bytes(information))],
            [pdf, sha256(bytes(text))],
          ]),
        );
      }).filter((fault) => !fault.includes('打不开'));
    expect(listing('原来的')).toEqual([]);
    expect(listing('换过的')).toEqual([
      `archive/list-changed 件/校验值.sha256：归档信息.json里有“${pdf}”，清单里的校验值与它的不同`,
    ]);
  });

  test('two files of the same content are both missed', () => {
    const twins = (files: Record<string, string | null>) => {
      const value = sha256(bytes('双'));
      files['校验值.sha256'] += `${value}  甲.txt\n${value}  乙.txt\n`;
    };
    expect(found(twins)).toEqual([
      'archive/closed-missing 件/乙.txt：不见了',
      'archive/closed-missing 件/甲.txt：不见了',
    ]);
  });
});
