import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Findings } from '../diagnostics/findings.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import { type FaceRole, roleNames } from '../format/faces.ts';
import type { ConfiguredFace, ConfiguredFaces } from './locate.ts';

const roles = new Map(Object.entries(roleNames).map(([role, name]) => [name, role as FaceRole]));

/**
 * Reads `字体.yaml`: the office's own choice of font files, `小标宋: D:\字体\FZXBSJW.TTF`, a role a line.
 * What is not a role or not a path is reported at its place and left out. `file` is the name places carry.
 */
export function readConfiguredFaces(source: string, file: string, findings: Findings): ConfiguredFaces {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { kind: 'file', file, line, column: col };
  };
  for (const error of document.errors) {
    findings.report('fonts/configured', '字体设置的 YAML 写法有误', placeAt(error.pos[0]), {
      hint: '一行一种字体，写作“小标宋: 字体文件”，冒号用半角，后面空一格',
    });
  }
  if (document.errors.length > 0 || !isMap(document.contents)) return {};
  const chosen: Partial<Record<FaceRole, ConfiguredFace>> = {};
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || !isScalar(value)) continue;
    const name = String(key.value);
    const place = placeAt(key.range?.[0] ?? 0);
    const role = roles.get(name);
    if (role === undefined) {
      const hint = didYouMean(name, roles.keys()) ?? `可以写：${[...roles.keys()].join('、')}`;
      findings.report('fonts/configured', `字体设置里不认识“${name}”`, place, { actual: name, hint });
    } else if (typeof value.value === 'string' && value.value.trim() !== '') {
      chosen[role] = { file: value.value.trim(), place };
    }
  }
  return chosen;
}
