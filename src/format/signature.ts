import type { Signature } from '../document/block.ts';
import { characterWidth, emBox, page } from './page.ts';
import { setWidthInCharacters } from './spacing.ts';
import { derived, direct, local } from './standard.ts';
import { mm, type Points } from './units.ts';

/** 署名、成文日期、印章 §7.3.5. Distances across in characters, down in lines. */
export const signature = {
  sealed: {
    /** Leaves the seal's top within one line of the text. */
    linesAbove: derived('7.3.5.1', 2),
    dateRight: direct('7.3.5.1', 4),
    /** Of the names of two rows of seals, so that the seals neither cross nor touch. */
    linesBetween: derived('7.3.5.1', 4),
  },
  unsealed: {
    linesAbove: direct('7.3.5.2', 1),
    issuerRight: direct('7.3.5.2', 2),
    dateShift: direct('7.3.5.2', 2),
  },
  /** Room between two names of a row. */
  betweenNames: local(0.5),
} as const;

/** 印章: of a township, round. The seal's middle stands a little above that of what it is pressed on (§7.3.5.1: 居中偏下). */
export const seal = {
  /** 国发〔1999〕25号. */
  diameter: derived('7.3.5.1', mm(42)),
  above: local(mm(2.4)),
  /** White between a seal and what stands beside it. */
  clearance: local(characterWidth / 2),
} as const;

/** A name or the date in its line. */
export interface SignatureText {
  readonly words: string;
  /** Characters over which it is spread; null for its own width. */
  readonly spread: number | null;
  readonly width: number;
  /** Characters left free between it and the right edge of the type area. */
  readonly right: number;
}

/** A line of a signature. */
export interface SignatureLine {
  /** Blank lines above it. */
  readonly above: number;
  /** From left to right. */
  readonly texts: readonly SignatureText[];
}

const across = page.typeArea.value.width / characterWidth;

const plain = (words: string, width: number, right: number): SignatureText => ({
  words,
  spread: null,
  width,
  right,
});

/** The lines of a signature by the formulas of §7.3.5. */
export function signatureLines({
  issuers,
  date,
  sealed,
}: Pick<Signature, 'issuers' | 'date' | 'sealed'>): readonly SignatureLine[] {
  return sealed ? sealedLines(issuers, date) : unsealedLines(issuers, date);
}

/** Names one below the other, spread to the longest; the date two characters further in than they begin. */
function unsealedLines(issuers: readonly string[], date: string): readonly SignatureLine[] {
  const { linesAbove, issuerRight, dateShift } = signature.unsealed;
  const dateWidth = setWidthInCharacters(date);
  const longest = Math.max(...issuers.map(setWidthInCharacters));
  const shorter = dateWidth <= longest;
  // A date longer than the names ends two characters from the edge, and the names give way.
  const right = shorter ? issuerRight.value : issuerRight.value + dateShift.value + dateWidth - longest;
  const dateRight = shorter
    ? Math.max(0, issuerRight.value + longest - dateWidth - dateShift.value)
    : issuerRight.value;
  const names = issuers.map((words, index): SignatureLine => {
    const own = setWidthInCharacters(words);
    const spread = own < longest ? longest : null;
    return { above: index === 0 ? linesAbove.value : 0, texts: [{ words, spread, width: longest, right }] };
  });
  return [...names, { above: 0, texts: [plain(date, dateWidth, dateRight)] }];
}

/** How many names stand beside one another, and how far apart their middles are: each has its seal. */
function columnsFor(issuers: readonly string[], dateMiddle: number): { count: number; pitch: number } {
  const radius = seal.diameter.value / 2 / characterWidth;
  const room = Math.max(...issuers.map(setWidthInCharacters), 2 * radius) + signature.betweenNames.value;
  const pitches = [
    { count: 3, pitch: (dateMiddle - radius) / 2 },
    { count: 2, pitch: dateMiddle / 2 },
  ];
  const fitting = pitches.filter(({ count, pitch }) => count <= issuers.length && pitch >= room);
  return fitting[0] ?? { count: 1, pitch: 0 };
}

/** Names in rows, the last one above the date and centred on it, each with room for its seal. */
function sealedLines(issuers: readonly string[], date: string): readonly SignatureLine[] {
  const { linesAbove, dateRight, linesBetween } = signature.sealed;
  const dateWidth = setWidthInCharacters(date);
  const last = setWidthInCharacters(issuers.at(-1) ?? '');
  // An issuer longer than the date and its margin cannot be centred on it: it ends at the edge, the date below its middle.
  const overhang = Math.max(0, (last - dateWidth) / 2 - dateRight.value);
  const right = dateRight.value + overhang;
  const middle = across - right - dateWidth / 2;
  const { count, pitch } = columnsFor(issuers, middle);
  const rows = Math.ceil(issuers.length / count);
  const lines = Array.from({ length: rows }, (_, row): SignatureLine => {
    const names = issuers.slice(row * count, (row + 1) * count);
    // A short last row ends above the date.
    const texts = names.map((words, column) => {
      const width = setWidthInCharacters(words);
      const centre = middle - (names.length - 1 - column) * pitch;
      return plain(words, width, Math.max(0, across - centre - width / 2));
    });
    return { above: row === 0 ? linesAbove.value : linesBetween.value, texts };
  });
  return [...lines, { above: 0, texts: [plain(date, dateWidth, right)] }];
}

/** A seal's place: its middle across from the left edge of the type area, and down from the foot of the text above. */
export interface SealPlace {
  readonly x: Points;
  /** Down from the lower edge of the last glyphs above the signature. */
  readonly y: Points;
  readonly radius: Points;
}

/** Where seals will be pressed: on each name, the last one on name and date. None for a signature without seals. */
export function sealPlaces(
  signed: Pick<Signature, 'issuers' | 'date' | 'sealed'>,
  pitch: Points,
): readonly SealPlace[] {
  if (!signed.sealed) return [];
  const lines = signatureLines(signed);
  const names = lines.slice(0, -1);
  const glyphTop = pitch * page.baselineShare.value - emBox.ascent * page.bodySize.value;
  const below = pitch - glyphTop - page.bodySize.value;
  let line = 0;
  return names.flatMap(({ above, texts }, row) => {
    line += above;
    const top = below + line * pitch + glyphTop;
    line += 1;
    return texts.map(({ width, right }, column) => {
      const isLast = row === names.length - 1 && column === texts.length - 1;
      const bottom = top + page.bodySize.value + (isLast ? pitch : 0);
      return {
        x: (across - right - width / 2) * characterWidth,
        y: (top + bottom) / 2 - seal.above.value,
        radius: seal.diameter.value / 2,
      };
    });
  });
}

/** From the foot of the glyphs above a signature to the lower edge of the date's line box. */
function depthOf(signed: Pick<Signature, 'issuers' | 'date' | 'sealed'>, pitch: Points): Points {
  const lines = signatureLines(signed).reduce((sum, { above }) => sum + above + 1, 0);
  const glyphTop = pitch * page.baselineShare.value - emBox.ascent * page.bodySize.value;
  return pitch - glyphTop - page.bodySize.value + lines * pitch;
}

/** The same places, down from the base line of the date: those above it are negative. */
export const sealsByDate = (
  signed: Pick<Signature, 'issuers' | 'date' | 'sealed'>,
  pitch: Points,
): readonly SealPlace[] => {
  const baseline = depthOf(signed, pitch) - pitch * (1 - page.baselineShare.value);
  return sealPlaces(signed, pitch).map((place) => ({ ...place, y: place.y - baseline }));
};

/** How far a seal reaches below the line box of the date. */
export function sealOverhang(signed: Pick<Signature, 'issuers' | 'date' | 'sealed'>, pitch: Points): Points {
  const last = sealPlaces(signed, pitch).at(-1);
  if (last === undefined) return 0;
  return Math.max(0, last.y + last.radius - depthOf(signed, pitch));
}

/** Room on the line below the date, from its left edge to the seal that reaches down there; null where none does. */
export function roomBesideSeal(
  signed: Pick<Signature, 'issuers' | 'date' | 'sealed'>,
  pitch: Points,
): Points | null {
  const last = sealPlaces(signed, pitch).at(-1);
  if (last === undefined) return null;
  const glyphTop = pitch * page.baselineShare.value - emBox.ascent * page.bodySize.value;
  const down = depthOf(signed, pitch) + glyphTop - last.y;
  if (down >= last.radius) return null;
  return last.x - Math.sqrt(last.radius ** 2 - down ** 2) - seal.clearance.value;
}
