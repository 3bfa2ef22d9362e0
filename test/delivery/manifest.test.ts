import { expect, test } from 'vitest';
import {
  type Manifest,
  type ManifestJob,
  manifestPieces,
  readManifest,
} from '../../src/delivery/manifest.ts';

const plan = { id: '甲', title: '“甲”方案\n第二行', documentNumber: '某发〔2022〕1号' };

const job = (id: string): ManifestJob => ({
  id,
  kind: 'notice',
  title: id,
  village: null,
  files: [{ path: `${id}.pdf`, format: 'pdf', bytes: 1, sha256: 'x', pages: 2 }],
});

test.each<[string, Manifest & { readonly shard?: object }]>([
  ['nothing made', { schema: 1, plan, jobs: [], findings: [] }],
  ['several jobs', { schema: 1, plan, jobs: [job('甲'), { ...job('乙'), files: [] }], findings: [] }],
  ['a shard', { schema: 1, plan, jobs: [job('甲')], findings: [], shard: { index: 1, of: 2 } }],
])('the manifest is written bit by bit as it would be at once: %s', (_, manifest) => {
  const text = [...manifestPieces(manifest)].join('');
  expect(text).toBe(`${JSON.stringify(manifest, null, 2)}\n`);
  expect(readManifest(text)).toEqual(manifest);
});
