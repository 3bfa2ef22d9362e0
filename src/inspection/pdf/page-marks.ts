/** A text that a page shows, where it begins: points from the paper's top left corner. */
export interface ShownText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Name of its font without the tag of the subset. */
  readonly font: string;
  readonly size: number;
  readonly tracking: number;
  /** RRGGBB; another colour space as it is written. */
  readonly colour: string;
  /** Its outlines are drawn as well: bolder than its face. */
  readonly bold: boolean;
}

/** A straight line that a page shows: its ends, points from the paper's top left corner. */
export interface ShownRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly weight: number;
  readonly colour: string;
}

/** What a page shows. */
export interface PageMarks {
  readonly texts: readonly ShownText[];
  readonly rules: readonly ShownRule[];
  /** Pictures, areas and curves: nothing official documents are made of. */
  readonly others: number;
}

/** A font as far as what a page shows is to be read. */
export interface ShownFont {
  readonly name: string;
  readonly decode: (code: number) => string;
}

type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

const multiplied = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** By how much a matrix enlarges. */
const scaleOf = (m: Matrix): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));

/** Tokens of a content stream: strings, names, numbers, operators; what stands between brackets comes one by one. */
const tokens = /<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)|\/[^\s/<>[\]()]*|\[|\]|[^\s/<>[\]()]+/g;

/** What `q` puts aside and `Q` takes up again. */
interface GraphicsState {
  readonly matrix: Matrix;
  readonly font: string;
  readonly size: number;
  readonly tracking: number;
  readonly fill: string;
  readonly stroke: string;
  readonly weight: number;
  readonly mode: number;
}

const initial: GraphicsState = {
  matrix: identity,
  font: '',
  size: 0,
  tracking: 0,
  fill: '000000',
  stroke: '000000',
  weight: 1,
  mode: 0,
};

const hex = (share: number): string =>
  Math.round(Math.min(1, Math.max(0, share)) * 255)
    .toString(16)
    .toUpperCase()
    .padStart(2, '0');

/** A colour from the numbers of its operator, by how many there are. */
function colourOf(shares: readonly number[]): string {
  const [first = 0, ...more] = shares;
  if (shares.length === 1) return hex(first).repeat(3);
  if (shares.length === 3) return shares.map(hex).join('');
  const key = more.at(-1) ?? 0;
  return shares.length === 4
    ? [first, more[0] ?? 0, more[1] ?? 0].map((ink) => hex((1 - ink) * (1 - key))).join('')
    : '';
}

/** Operators that paint areas, pictures or shadings. */
const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI']);

/** Reads what a content stream shows. `fonts` finds a font by its resource name. */
export function pageMarks(content: string, height: number, fonts: (name: string) => ShownFont): PageMarks {
  const reader = new MarksReader(height, fonts);
  for (const [token] of content.matchAll(tokens)) reader.take(token);
  return reader;
}

class MarksReader implements PageMarks {
  readonly texts: ShownText[] = [];
  readonly rules: ShownRule[] = [];
  others = 0;
  readonly #height: number;
  readonly #fonts: (name: string) => ShownFont;
  readonly #stack: GraphicsState[] = [];
  #state = initial;
  #text = identity;
  #line = identity;
  #leading = 0;
  #operands: string[] = [];
  #path: { readonly x: number; readonly y: number; readonly begins: boolean }[] = [];
  #curved = false;

  constructor(height: number, fonts: (name: string) => ShownFont) {
    this.#height = height;
    this.#fonts = fonts;
  }

  take(token: string): void {
    if (!/^[A-Za-z'"*]/.test(token)) {
      this.#operands.push(token);
      return;
    }
    this.#operate(token);
    this.#operands = [];
  }

  #numbers(count: number): number[] {
    return this.#operands.slice(-count).map(Number);
  }

  /** All numbers before an operator: colours of some spaces come with a name at their end. */
  #allNumbers(): number[] {
    return this.#operands.map(Number).filter((value) => !Number.isNaN(value));
  }

  #operate(operator: string): void {
    if (paints.has(operator)) this.others++;
    this.#operateState(operator);
    this.#operateText(operator);
    this.#operatePath(operator);
  }

  #operateState(operator: string): void {
    const set = (change: Partial<GraphicsState>) => {
      this.#state = { ...this.#state, ...change };
    };
    const [last = 0] = this.#numbers(1);
    if (operator === 'q') this.#stack.push(this.#state);
    else if (operator === 'Q') this.#state = this.#stack.pop() ?? initial;
    else if (operator === 'cm') {
      set({ matrix: multiplied(this.#numbers(6) as unknown as Matrix, this.#state.matrix) });
    } else if (operator === 'w') set({ weight: last });
    else if (['g', 'rg', 'k', 'sc', 'scn'].includes(operator)) set({ fill: colourOf(this.#allNumbers()) });
    else if (['G', 'RG', 'K', 'SC', 'SCN'].includes(operator)) set({ stroke: colourOf(this.#allNumbers()) });
    else if (operator === 'Tf') set({ font: this.#operands.at(-2)?.slice(1) ?? '', size: last });
    else if (operator === 'Tc') set({ tracking: last });
    else if (operator === 'Tr') set({ mode: last });
  }

  #operateText(operator: string): void {
    const move = (x: number, y: number) => {
      this.#line = multiplied([1, 0, 0, 1, x, y], this.#line);
      this.#text = this.#line;
    };
    if (operator === 'BT') {
      this.#line = identity;
      this.#text = identity;
    } else if (operator === 'Tm') {
      this.#line = this.#numbers(6) as unknown as Matrix;
      this.#text = this.#line;
    } else if (operator === 'TL') [this.#leading = 0] = this.#numbers(1);
    else if (operator === 'Td' || operator === 'TD') {
      const [x = 0, y = 0] = this.#numbers(2);
      if (operator === 'TD') this.#leading = -y;
      move(x, y);
    } else if (operator === 'T*') move(0, -this.#leading);
    else if (operator === "'" || operator === '"') {
      move(0, -this.#leading);
      this.#show();
    } else if (operator === 'Tj' || operator === 'TJ') this.#show();
  }

  #show(): void {
    const { matrix, font, size, tracking, fill, mode } = this.#state;
    const { name, decode } = this.#fonts(font);
    const text = this.#operands
      .filter((operand) => (operand.startsWith('<') && operand !== '<<') || operand.startsWith('('))
      .map((operand) => decoded(operand, decode))
      .join('');
    const place = multiplied(this.#text, matrix);
    const scale = scaleOf(place);
    this.texts.push({
      text,
      x: place[4],
      y: this.#height - place[5],
      font: name,
      size: size * scale,
      tracking: tracking * scale,
      colour: fill,
      bold: mode === 2,
    });
  }

  #operatePath(operator: string): void {
    if (operator === 'm' || operator === 'l') {
      const [x = 0, y = 0] = this.#numbers(2);
      const place = multiplied([1, 0, 0, 1, x, y], this.#state.matrix);
      this.#path.push({ x: place[4], y: this.#height - place[5], begins: operator === 'm' });
    } else if (['c', 'v', 'y', 're'].includes(operator)) this.#curved = true;
    else if (operator === 'S' || operator === 's') {
      if (this.#curved) this.others++;
      this.#stroke();
      this.#endPath();
    } else if (operator === 'n' || paints.has(operator)) this.#endPath();
  }

  #endPath(): void {
    this.#path = [];
    this.#curved = false;
  }

  #stroke(): void {
    const { matrix, weight, stroke } = this.#state;
    for (const [index, to] of this.#path.entries()) {
      const from = this.#path[index - 1];
      if (to.begins || from === undefined) continue;
      const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
      this.rules.push({ ...ends, weight: weight * scaleOf(matrix), colour: stroke });
    }
  }
}

/** The text of a string of two-byte codes. */
function decoded(operand: string, decode: (code: number) => string): string {
  const bytes = operand.startsWith('(')
    ? Buffer.from(unescaped(operand.slice(1, -1)), 'latin1')
    : Buffer.from(operand.replace(/[<>\s]/g, ''), 'hex');
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += decode(bytes.readUInt16BE(at));
  return text;
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };

/** The bytes of a string between brackets (ISO 32000-1, 7.3.4.2): a character each. */
const unescaped = (string: string): string =>
  string
    .replace(/(?<!\\)((?:\\\\)*)\r\n?/g, '$1\n')
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, what: string) =>
      /^[0-7]/.test(what) ? String.fromCharCode(Number.parseInt(what, 8) & 0xff) : (controls[what] ?? what),
    );
