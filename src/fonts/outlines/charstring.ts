import { UnusableFont } from '../sfnt.ts';
import type { Contour, Outline, Piece } from './outline.ts';

/** Subroutines of a font, by their unbiased numbers. */
export interface Subroutines {
  readonly count: number;
  readonly at: (number: number) => Uint8Array;
}

/** The subroutines a charstring may call. */
export interface Callable {
  readonly globals: Subroutines;
  readonly locals: Subroutines;
}

/** Operators of Type 2 charstrings (Adobe TN 5177); those of two bytes are 1200 and the second. */
const operator = {
  hstem: 1,
  vstem: 3,
  vmoveto: 4,
  rlineto: 5,
  hlineto: 6,
  vlineto: 7,
  rrcurveto: 8,
  callsubr: 10,
  return: 11,
  escape: 12,
  endchar: 14,
  hstemhm: 18,
  hintmask: 19,
  cntrmask: 20,
  rmoveto: 21,
  hmoveto: 22,
  vstemhm: 23,
  rcurveline: 24,
  rlinecurve: 25,
  vvcurveto: 26,
  hhcurveto: 27,
  shortInteger: 28,
  callgsubr: 29,
  vhcurveto: 30,
  hvcurveto: 31,
  hflex: 1200 + 34,
  flex: 1200 + 35,
  hflex1: 1200 + 36,
  flex1: 1200 + 37,
} as const;

const deepest = 10;

/** Reads a Type 2 charstring: follows subroutines, leaves hints and width out. Throws UnusableFont. */
export function readCharstring(program: Uint8Array, callable: Callable): Outline {
  const reader = new CharstringReader(callable);
  reader.run(program, 0);
  return reader.contours;
}

/** What is added to a subroutine's number in a charstring. */
const biasOf = (count: number): number => (count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768);

class CharstringReader {
  readonly contours: Contour[] = [];
  readonly #callable: Callable;
  #pieces: Piece[] = [];
  #stack: number[] = [];
  #stems = 0;
  #x = 0;
  #y = 0;

  constructor(callable: Callable) {
    this.#callable = callable;
  }

  /** Runs a program; true when the glyph ends in it. */
  run(bytes: Uint8Array, depth: number): boolean {
    if (depth > deepest) throw new UnusableFont('字形程序嵌套过深');
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at++] ?? 0;
      if (byte >= 32 || byte === operator.shortInteger) {
        at = this.#number(byte, bytes, at);
        continue;
      }
      switch (byte) {
        case operator.callsubr:
        case operator.callgsubr: {
          const { locals, globals } = this.#callable;
          const subroutines = byte === operator.callsubr ? locals : globals;
          const number = (this.#stack.pop() ?? 0) + biasOf(subroutines.count);
          if (number < 0 || number >= subroutines.count) throw new UnusableFont('字形程序有误');
          if (this.run(subroutines.at(number), depth + 1)) return true;
          break;
        }
        case operator.return:
          return false;
        case operator.endchar:
          return true;
        case operator.hintmask:
        case operator.cntrmask:
          this.#stems += this.#stack.length >> 1;
          this.#stack = [];
          at += (this.#stems + 7) >> 3;
          break;
        case operator.escape:
          this.#draw(1200 + (bytes[at++] ?? 0));
          break;
        default:
          this.#draw(byte);
      }
    }
    return false;
  }

  #number(byte: number, bytes: Uint8Array, at: number): number {
    const next = (offset: number): number => bytes[at + offset] ?? 0;
    if (byte === operator.shortInteger) {
      this.#stack.push(((next(0) << 24) >> 16) | next(1));
      return at + 2;
    }
    if (byte < 247) {
      this.#stack.push(byte - 139);
      return at;
    }
    if (byte < 251) {
      this.#stack.push((byte - 247) * 256 + next(0) + 108);
      return at + 1;
    }
    if (byte < 255) {
      this.#stack.push(-(byte - 251) * 256 - next(0) - 108);
      return at + 1;
    }
    this.#stack.push(((next(0) << 24) | (next(1) << 16) | (next(2) << 8) | next(3)) / 65_536);
    return at + 4;
  }

  #draw(code: number): void {
    const s = this.#stack;
    const n = s.length;
    const of = (index: number): number => s[index] ?? 0;
    switch (code) {
      case operator.rmoveto:
        this.#move(of(n - 2), of(n - 1));
        break;
      case operator.hmoveto:
        this.#move(of(n - 1), 0);
        break;
      case operator.vmoveto:
        this.#move(0, of(n - 1));
        break;
      case operator.rlineto:
        this.#lines(0, n);
        break;
      case operator.hlineto:
      case operator.vlineto:
        for (let index = 0; index < n; index++) {
          const across = (code === operator.hlineto) === (index % 2 === 0);
          this.#line(across ? of(index) : 0, across ? 0 : of(index));
        }
        break;
      case operator.rrcurveto:
        this.#curves(0, n);
        break;
      case operator.rcurveline:
        this.#curves(0, n - 2);
        this.#lines(n - 2, n);
        break;
      case operator.rlinecurve:
        this.#lines(0, n - 6);
        this.#curves(n - 6, n);
        break;
      case operator.vvcurveto:
        for (let index = n % 4; index + 3 < n; index += 4) {
          const side = index === 1 ? of(0) : 0;
          this.#curve(side, of(index), of(index + 1), of(index + 2), 0, of(index + 3));
        }
        break;
      case operator.hhcurveto:
        for (let index = n % 4; index + 3 < n; index += 4) {
          const side = index === 1 ? of(0) : 0;
          this.#curve(of(index), side, of(index + 1), of(index + 2), of(index + 3), 0);
        }
        break;
      case operator.hvcurveto:
      case operator.vhcurveto:
        this.#alternating(code === operator.hvcurveto);
        break;
      case operator.hflex:
        this.#curve(of(0), 0, of(1), of(2), of(3), 0);
        this.#curve(of(4), 0, of(5), -of(2), of(6), 0);
        break;
      case operator.flex:
        this.#curves(0, 12);
        break;
      case operator.hflex1:
        this.#curve(of(0), of(1), of(2), of(3), of(4), 0);
        this.#curve(of(5), 0, of(6), of(7), of(8), -(of(1) + of(3) + of(7)));
        break;
      case operator.flex1:
        this.#flex1();
        break;
      case operator.hstem:
      case operator.vstem:
      case operator.hstemhm:
      case operator.vstemhm:
        this.#stems += n >> 1;
        break;
      default:
        throw new UnusableFont(`字形程序里有不认识的指令 ${code}`);
    }
    this.#stack = [];
  }

  #move(dx: number, dy: number): void {
    this.#x += dx;
    this.#y += dy;
    this.#pieces = [];
    this.contours.push({ x: this.#x, y: this.#y, pieces: this.#pieces });
  }

  #line(dx: number, dy: number): void {
    this.#x += dx;
    this.#y += dy;
    this.#pieces.push([this.#x, this.#y]);
  }

  #curve(dx1: number, dy1: number, dx2: number, dy2: number, dx3: number, dy3: number): void {
    const x1 = this.#x + dx1;
    const y1 = this.#y + dy1;
    const x2 = x1 + dx2;
    const y2 = y1 + dy2;
    this.#x = x2 + dx3;
    this.#y = y2 + dy3;
    this.#pieces.push([x1, y1, x2, y2, this.#x, this.#y]);
  }

  #lines(from: number, to: number): void {
    for (let index = from; index + 1 < to; index += 2) {
      this.#line(this.#stack[index] ?? 0, this.#stack[index + 1] ?? 0);
    }
  }

  #curves(from: number, to: number): void {
    const of = (index: number): number => this.#stack[index] ?? 0;
    for (let at = from; at + 5 < to; at += 6) {
      this.#curve(of(at), of(at + 1), of(at + 2), of(at + 3), of(at + 4), of(at + 5));
    }
  }

  /** Curves that begin across and end upright, then the other way; the last may end freely. */
  #alternating(beginsAcross: boolean): void {
    const of = (index: number): number => this.#stack[index] ?? 0;
    const n = this.#stack.length;
    let across = beginsAcross;
    for (let at = 0; at + 3 < n; at += 4) {
      const free = n - at === 5 ? of(at + 4) : 0;
      if (across) this.#curve(of(at), 0, of(at + 1), of(at + 2), free, of(at + 3));
      else this.#curve(0, of(at), of(at + 1), of(at + 2), of(at + 3), free);
      across = !across;
    }
  }

  #flex1(): void {
    const of = (index: number): number => this.#stack[index] ?? 0;
    const dx = of(0) + of(2) + of(4) + of(6) + of(8);
    const dy = of(1) + of(3) + of(5) + of(7) + of(9);
    const across = Math.abs(dx) > Math.abs(dy);
    this.#curves(0, 6);
    this.#curve(of(6), of(7), of(8), of(9), across ? of(10) : -dx, across ? -dy : of(10));
  }
}
