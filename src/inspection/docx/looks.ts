import type { Points } from '../../format/units.ts';
import { childOf, elementsOf, type XmlElement } from '../xml.ts';

/** How a run looks: what its styles and its own properties come to. */
export interface RunLook {
  /** Face of Chinese characters, of ASCII, and of what programs may take for either. */
  readonly eastAsia: string;
  readonly ascii: string;
  readonly highAnsi: string;
  readonly size: Points;
  /** 字符间距. */
  readonly tracking: Points;
  readonly bold: boolean;
  /** RRGGBB. */
  readonly colour: string;
  /** What official documents know nothing of, by its Chinese names: 斜体, 删除线, 下划线 …; empty for none. */
  readonly ornaments: readonly string[];
}

/** How a paragraph stands: what its styles and its own properties come to. */
export interface ParagraphLook {
  readonly align: string;
  readonly left: Points;
  readonly right: Points;
  /** Negative where it hangs. */
  readonly firstLine: Points;
  readonly before: Points;
  readonly after: Points;
  /** From line to line: points for `exact` and `atLeast`, single lines for `auto`. */
  readonly line: number;
  readonly lineRule: string;
  readonly tabs: readonly TabStop[];
}

/** A tab stop, from the left edge of the text area. */
export interface TabStop {
  readonly kind: string;
  readonly at: Points;
}

/** What a run or a style says itself. */
export type RunTraits = Partial<Omit<RunLook, 'ornaments'>> & {
  readonly ornaments?: Readonly<Record<string, boolean>>;
};

/** What a paragraph or a style says itself; its tab stops join those it takes over. */
export type ParagraphTraits = Partial<ParagraphLook>;

/** What Word takes where nothing is said. */
export const plainRunLook: RunLook = {
  eastAsia: '',
  ascii: 'Times New Roman',
  highAnsi: 'Times New Roman',
  size: 10,
  tracking: 0,
  bold: false,
  colour: '000000',
  ornaments: [],
};

/** A paragraph of which nothing is said. */
export const plainParagraphLook: ParagraphLook = {
  align: 'left',
  left: 0,
  right: 0,
  firstLine: 0,
  before: 0,
  after: 0,
  line: 1,
  lineRule: 'auto',
  tabs: [],
};

const twips = (value: string | undefined): Points | undefined =>
  value === undefined ? undefined : Number(value) / 20;

const isOn = (element: XmlElement): boolean =>
  !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? '1');

/** A face by its attribute; one of the theme has no name of its own. */
function faceOf({ attributes }: XmlElement, slot: string): string | undefined {
  return attributes[`w:${slot}Theme`] === undefined ? attributes[`w:${slot}`] : '主题字体';
}

/** Properties that are no part of the look of official documents, by what they do. */
const ornamentNames: Readonly<Record<string, string>> = {
  'w:i': '斜体',
  'w:strike': '删除线',
  'w:dstrike': '双删除线',
  'w:u': '下划线',
  'w:highlight': '突出显示',
  'w:vanish': '隐藏文字',
  'w:outline': '空心',
  'w:shadow': '阴影',
  'w:em': '着重号',
};

const withoutNothing = <T extends object>(traits: T): T =>
  Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined)) as T;

/** What `w:rPr` says. */
export function readRunTraits(properties: XmlElement | undefined): RunTraits {
  if (properties === undefined) return {};
  let traits: RunTraits = {};
  const ornaments: Record<string, boolean> = {};
  for (const element of elementsOf(properties)) {
    const value = element.attributes['w:val'];
    if (element.name === 'w:rFonts') {
      traits = {
        ...traits,
        ...withoutNothing({
          eastAsia: faceOf(element, 'eastAsia'),
          ascii: faceOf(element, 'ascii'),
          highAnsi: faceOf(element, 'hAnsi'),
        } as RunTraits),
      };
    } else if (element.name === 'w:sz') traits = { ...traits, size: Number(value) / 2 };
    else if (element.name === 'w:spacing') traits = { ...traits, tracking: Number(value) / 20 };
    else if (element.name === 'w:b') traits = { ...traits, bold: isOn(element) };
    else if (element.name === 'w:color') {
      traits = {
        ...traits,
        colour: value === undefined || value === 'auto' ? '000000' : value.toUpperCase(),
      };
    } else if (element.name === 'w:w') ornaments[`缩放 ${value}%`] = value !== '100';
    else if (element.name === 'w:position') ornaments.升降 = Number(value) !== 0;
    const ornament = ornamentNames[element.name];
    if (ornament !== undefined) ornaments[ornament] = isOn(element);
  }
  return Object.keys(ornaments).length === 0 ? traits : { ...traits, ornaments };
}

/** Looks with what one more style, or the run itself, says. */
export function withRunTraits(look: RunLook, { ornaments, ...traits }: RunTraits): RunLook {
  if (ornaments === undefined) return { ...look, ...traits };
  const kept = look.ornaments.filter((name) => ornaments[name] !== false);
  const added = Object.keys(ornaments).filter((name) => ornaments[name] && !kept.includes(name));
  return { ...look, ...traits, ornaments: [...kept, ...added] };
}

/** What `w:pPr` says. */
export function readParagraphTraits(properties: XmlElement | undefined): ParagraphTraits {
  if (properties === undefined) return {};
  const spacing = childOf(properties, 'w:spacing')?.attributes ?? {};
  const indent = childOf(properties, 'w:ind')?.attributes ?? {};
  const hanging = twips(indent['w:hanging']);
  const rule = spacing['w:lineRule'];
  const line = spacing['w:line'];
  const tabs = elementsOf(childOf(properties, 'w:tabs') ?? { name: '', attributes: {}, children: [] }).map(
    ({ attributes }): TabStop => ({
      kind: attributes['w:val'] ?? 'left',
      at: Number(attributes['w:pos']) / 20,
    }),
  );
  const align = childOf(properties, 'w:jc')?.attributes['w:val'];
  return withoutNothing({
    align: align === undefined ? undefined : (alignments[align] ?? align),
    left: twips(indent['w:left'] ?? indent['w:start']),
    right: twips(indent['w:right'] ?? indent['w:end']),
    firstLine: hanging === undefined || hanging === 0 ? (twips(indent['w:firstLine']) ?? hanging) : -hanging,
    before: twips(spacing['w:before']),
    after: twips(spacing['w:after']),
    line: line === undefined ? undefined : Number(line) / (rule === 'exact' || rule === 'atLeast' ? 20 : 240),
    lineRule: line === undefined ? undefined : (rule ?? 'auto'),
    tabs: tabs.length === 0 ? undefined : tabs,
  } as ParagraphTraits);
}

const alignments: Readonly<Record<string, string>> = { start: 'left', end: 'right' };

/** A stop is where another was, within what programs round off. */
const sameStop: Points = 0.5;

/** Looks with what one more style, or the paragraph itself, says. */
export function withParagraphTraits(look: ParagraphLook, traits: ParagraphTraits): ParagraphLook {
  const { tabs = [] } = traits;
  const kept = look.tabs.filter(({ at }) => tabs.every((tab) => Math.abs(tab.at - at) > sameStop));
  const stops = [...kept, ...tabs.filter(({ kind }) => kind !== 'clear')].sort((a, b) => a.at - b.at);
  return { ...look, ...traits, tabs: stops };
}
