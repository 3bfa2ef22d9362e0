import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '../src/document/profile.ts';
import { compareLines, documentsOf, type SetBothWays, setBothWays } from './both-ways.ts';
import { hasLibreOffice } from './libreoffice.ts';
import { hasTool } from './validators.ts';

const root = join(import.meta.dirname, '..');
const plans = [
  join(root, 'data', '2022-清廉村居创建'),
  join(root, 'test', 'fixtures', 'plans', '2024-人居环境整治'),
];

/** What offices vary of the faces. */
const profiles: readonly (readonly [string, Partial<Profile>])[] = [
  ['names of Windows, titles in 华文中宋', { faceNames: 'Windows', titleFace: '华文中宋' }],
  ['figures in the Chinese face', { westernFace: 'own' }],
];

describe.skipIf(!hasLibreOffice() || !hasTool('pdftotext'))(
  'PDF and Word have the same lines whatever faces an office has',
  () => {
    let sets: readonly (readonly SetBothWays[])[] = [];
    beforeAll(async () => {
      const documents = plans.flatMap(documentsOf);
      const varied = profiles.map(([, change]) =>
        documents.map((document) => ({ ...document, profile: { ...document.profile, ...change } })),
      );
      const all = [...(await setBothWays(varied.flat()))];
      sets = varied.map((group) => all.splice(0, group.length));
    });

    test.each(profiles.map(([name], index) => [name, index] as const))('%s', (_, index) => {
      const compared = (sets[index] ?? []).map(compareLines);
      expect(compared.length).toBeGreaterThan(30);
      for (const { pages } of compared) expect(pages[1]).toBe(pages[0]);
      const lines = compared.reduce((sum, each) => sum + each.lines, 0);
      const differences = compared.flatMap((each) => each.differences);
      expect(lines).toBeGreaterThan(2000);
      expect(
        (lines - differences.length) / lines,
        JSON.stringify(differences.slice(0, 5)),
      ).toBeGreaterThanOrEqual(0.995);
    });
  },
);
