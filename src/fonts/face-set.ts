import type { Findings } from '../diagnostics/findings.ts';
import { type FaceRole, roleNames, standardFaceNames } from '../format/faces.ts';
import { type Embedding, type Font, readFont } from './font.ts';
import { type InkBox, type InkReader, inkReader } from './ink-box.ts';
import { type FaceChains, fontKey, type LocatedFace } from './located-face.ts';
import { UnusableFont } from './sfnt.ts';

/** A face of this machine: the name of its role, `fangsong`, or `fangsong+1`, `fangsong+2` … for its fallbacks. */
export type FaceId = string;

/** Whether a face draws what the first face of its role lacks. */
export const isFallback = (id: FaceId): boolean => id.includes('+');

/** A face that is open: what it is and what it draws. */
export interface Face extends LocatedFace {
  readonly id: FaceId;
  readonly role: FaceRole;
  readonly font: Font;
  /** The whole file; faces of one file share it. */
  readonly bytes: Uint8Array;
}

/** Which face draws a character, and how far it advances in em. */
export interface DrawnCharacter {
  readonly face: FaceId;
  readonly advance: number;
}

/** Reads a font file whole. */
export type ReadFile = (file: string) => Uint8Array;

interface Role {
  /** Faces opened so far, in the order of the chain. */
  readonly faces: Face[];
  /** Faces of the chain not tried yet. */
  readonly rest: LocatedFace[];
  readonly drawn: Map<number, DrawnCharacter | null>;
}

/**
 * The faces of this machine by role. A file is read when a character first needs it, and once; a character that the
 * face of a role lacks is looked for along the role's chain.
 */
export class FaceSet {
  readonly #chains: FaceChains;
  readonly #read: ReadFile;
  readonly #findings: Findings;
  readonly #roles = new Map<FaceRole, Role>();
  readonly #files = new Map<string, Uint8Array>();
  readonly #fonts = new Map<string, Font | null>();
  readonly #ink = new Map<FaceId, InkReader>();

  /** Faces that cannot be read are reported, once each. */
  constructor(chains: FaceChains, read: ReadFile, findings: Findings) {
    this.#chains = chains;
    this.#read = read;
    this.#findings = findings;
  }

  /** The face that draws a character in a role, a fallback included; null where no face of this machine has it. */
  drawnBy(role: FaceRole, codePoint: number): DrawnCharacter | null {
    const opened = this.#role(role);
    let drawn = opened.drawn.get(codePoint);
    if (drawn === undefined) {
      drawn = this.#find(role, opened, codePoint);
      opened.drawn.set(codePoint, drawn);
    }
    return drawn;
  }

  /** What a face blackens for a character, in em from its origin; null where it draws nothing. */
  inkOf(id: FaceId, codePoint: number): InkBox | null {
    const face = this.face(id);
    let read = this.#ink.get(id);
    if (read === undefined) {
      read = inkReader(face);
      this.#ink.set(id, read);
    }
    const glyph = face.font.characters[codePoint] ?? 0;
    return glyph === 0 ? null : read(glyph);
  }

  /** The first face of a role: the one its characters are drawn with where nothing is missing; null where none is. */
  primary(role: FaceRole): Face | null {
    const opened = this.#role(role);
    return opened.faces[0] ?? this.#openNext(role, opened);
  }

  /** All faces of a role that can be read, in the order they are asked for a character. Opens every file of the chain. */
  chain(role: FaceRole): readonly Face[] {
    const opened = this.#role(role);
    while (this.#openNext(role, opened) !== null);
    return opened.faces;
  }

  /** A face by its id, as this or another set of the same machine gave it out; throws for any other. */
  face(id: FaceId): Face {
    const [role = '', index = '0'] = id.split('+');
    if (isRole(role)) {
      const opened = this.#role(role);
      let face = opened.faces[Number(index)];
      while (face === undefined) {
        if (this.#openNext(role, opened) === null) break;
        face = opened.faces[Number(index)];
      }
      if (face !== undefined) return face;
    }
    throw new Error(`no such face: ${id}`);
  }

  /** Reports, once a role, which of the faces that draw something stand in for the proper one. */
  reportSubstitutes(ids: Iterable<FaceId>, findings: Findings): void {
    const roles = new Set([...ids].flatMap((id) => this.#roles.get(this.face(id).role)?.faces[0] ?? []));
    for (const face of roles) reportSubstitute(face, findings);
  }

  /** The faces that have drawn something so far, by role and place in its chain. */
  drawing(): readonly Face[] {
    const ids = new Set<FaceId>();
    for (const { drawn } of this.#roles.values())
      for (const each of drawn.values()) if (each !== null) ids.add(each.face);
    return [...ids].sort().map((id) => this.face(id));
  }

  #role(role: FaceRole): Role {
    let opened = this.#roles.get(role);
    if (opened === undefined) {
      opened = { faces: [], rest: [...this.#chains[role]], drawn: new Map() };
      this.#roles.set(role, opened);
    }
    return opened;
  }

  #find(role: FaceRole, opened: Role, codePoint: number): DrawnCharacter | null {
    for (let index = 0; ; index++) {
      const face = opened.faces[index] ?? this.#openNext(role, opened);
      if (face === null) return null;
      const { characters, advances } = face.font;
      const glyph = characters[codePoint] ?? 0;
      if (glyph !== 0) return { face: face.id, advance: advances[glyph] ?? 0 };
    }
  }

  #openNext(role: FaceRole, opened: Role): Face | null {
    for (let located = opened.rest.shift(); located !== undefined; located = opened.rest.shift()) {
      const font = this.#font(located);
      if (font === null) continue;
      const index = opened.faces.length;
      const id = index === 0 ? role : `${role}+${index}`;
      const face: Face = { ...located, id, role, font, bytes: this.#bytes(located.file) };
      opened.faces.push(face);
      return face;
    }
    if (opened.faces.length === 0) {
      this.#findings.report(
        'fonts/missing',
        `本机没有可以排${roleNames[role]}的字体，PDF 排不出来`,
        undefined,
        {
          expected: standardFaceNames[role],
          hint: '重新运行 npm ci，把随程序安装的字体补齐',
        },
      );
    }
    return null;
  }

  #bytes(file: string): Uint8Array {
    let bytes = this.#files.get(file);
    if (bytes === undefined) {
      bytes = this.#read(file);
      this.#files.set(file, bytes);
    }
    return bytes;
  }

  #font(located: LocatedFace): Font | null {
    const key = fontKey(located);
    let font = this.#fonts.get(key);
    if (font === undefined) {
      font = this.#parse(located);
      this.#fonts.set(key, font);
    }
    return font;
  }

  #parse(located: LocatedFace): Font | null {
    try {
      const font = readFont(this.#bytes(located.file), located.index);
      const refused = refusals[font.embedding];
      if (refused !== undefined) throw new UnusableFont(refused);
      return font;
    } catch (cause) {
      if (!(cause instanceof UnusableFont) && !isFileError(cause)) throw cause;
      const reason = cause instanceof UnusableFont ? cause.message : '文件打不开';
      const rule = located.source === 'configured' ? 'fonts/configured' : 'fonts/unreadable';
      this.#findings.report(rule, `字体文件不能用：${reason}`, undefined, {
        actual: located.file,
        hint: located.source === 'configured' ? '换一个能用的字体文件' : '本次改用别的字体',
      });
      return null;
    }
  }
}

/** Why a font whose maker does not let a PDF hold some of its glyphs is not used. */
const refusals: Readonly<Partial<Record<Embedding, string>>> = {
  restricted: '字体声明不许嵌入文件，而归档的 PDF 必须嵌入字体',
  whole: '字体声明只许整套嵌入，而 PDF 只嵌入用到的字',
};

function reportSubstitute({ role, name, standing, source }: Face, findings: Findings): void {
  if (standing === 'proper') return;
  const install = '装上标准字体再生成一次，PDF 就用标准字体；Word、Excel 文件写的是标准字体名，不受影响';
  const openFaces = '麒麟、UOS、Debian 等系统也可以运行 npm run fonts，改用开源的同类字体';
  const hint = source === 'packaged' ? `${install}；${openFaces}` : install;
  const standard = standardFaceNames[role] === roleNames[role] ? '' : `（${standardFaceNames[role]}）`;
  const message = `${roleNames[role]}${standard}：本机没有，PDF 用“${name}”代替`;
  findings.report('fonts/substitute', message, undefined, {
    expected: standardFaceNames[role],
    actual: name,
    hint,
  });
}

const isRole = (name: string): name is FaceRole => name in roleNames;

const isFileError = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && 'syscall' in cause;
