import { nowhere } from '../src/diagnostics/place.ts';
import type { Block, Signature } from '../src/document/block.ts';
import type { FileHeader } from '../src/document/header.ts';
import { text } from '../src/document/inline.ts';
import type { Imprint, OfficialDocument, Section } from '../src/document/official-document.ts';
import { type Profile, standardProfile } from '../src/document/profile.ts';
import { paragraph } from './typesetting/example.ts';
import { documentOf, header, imprint, title } from './writers/docx/blocks.ts';

export const place = nowhere;
export const township = '三管镇人民政府';
export const party = '中共三管镇委员会';

/** Running text of so many characters that reads like one. */
export const words = (count: number): string =>
  '坚持以党的政治建设为统领始终抓住党员干部这个关键面向基层群众这一主体全面提升基层治理体系和治理能力现代化建设水平'
    .repeat(Math.ceil(count / 50))
    .slice(0, count);

/** A signature of the day of the notice. */
export const signed = (sealed: boolean, ...issuers: string[]): Signature => ({
  kind: 'signature',
  issuers,
  date: '2022年5月24日',
  sealed,
  place,
});

/** 主送机关. */
export const addressee = (names: string): Block => ({
  kind: 'addressee',
  inlines: [text(`${names}：`)],
  place,
});

/** 附件说明. */
export const attachments = (...titles: string[]): Block => ({ kind: 'attachment-note', titles, place });

const noticeTitle = title('三管镇人民政府关于印发《三管镇开展清廉村居创建行动的实施方案》的通知', 'document');
export const upright = (...blocks: Block[]): Section => ({ orientation: 'portrait', blocks });

/** A notice with a red head: so many lines of text, then whatever follows. */
export const letter = (
  id: string,
  blocks: readonly Block[],
  more: { header?: Partial<FileHeader>; imprint?: Imprint | null; profile?: Partial<Profile> } = {},
): OfficialDocument =>
  documentOf([upright(noticeTitle, ...blocks)], {
    id,
    header: { ...header, ...more.header },
    imprint: more.imprint === undefined ? imprint : more.imprint,
    profile: { ...standardProfile, ...more.profile },
  });

/** Everybody. */
export const villages = addressee('各行政村、各包村干部');
/** Paragraphs of one line each. */
export const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph(words(20)));

/** Running text full of figures: lines that are not all of 28 characters. */
export const households = (count: number): string =>
  Array.from({ length: 40 }, (_, i) => `第${(28 + i * i * 13) % 240}户2022年增收${(i * 148) % 997}元，`)
    .join('')
    .slice(0, count);
