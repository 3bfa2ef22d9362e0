import { allRoles, type Slip, type TextRule } from '../text.ts';

const closing: Readonly<Record<string, string>> = {
  '（': '）',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '〔': '〕',
  '【': '】',
};
const opening = new Map(Object.entries(closing).map(([open, close]) => [close, open]));

interface Open {
  readonly mark: string;
  readonly index: number;
}

/** A bracket inside one of its kind: the other form is meant. */
const inner: Readonly<Record<string, string>> = { '《': '〈〉', '“': '‘’', '（': '〔〕' };

/** The nested mark of a pair, unless it is the （居） of 村（居）, which stands in brackets often and is clear. */
function nestedSlip(text: string, index: number, mark: string): Slip | null {
  const form = inner[mark];
  if (form === undefined) return null;
  const close = text.indexOf(closing[mark] ?? '', index);
  if (mark === '（' && close - index <= 3) return null;
  const name = mark === '《' ? '书名号' : mark === '“' ? '引号' : '括号';
  return {
    start: index,
    end: close === -1 ? index + 1 : close + 1,
    message: `${name}里的${name}用“${form}”`,
    expected: null,
  };
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

function find(text: string): { readonly unpaired: readonly Slip[]; readonly nested: readonly Slip[] } {
  const unpaired: Slip[] = [];
  const nested: Slip[] = [];
  if (!/[（）《》〈〉“”‘’〔〕【】]/.test(text)) return { unpaired, nested };
  const stack: Open[] = [];
  const report = (index: number, mark: string): void => {
    unpaired.push({ start: index, end: index + 1, message: `“${mark}”没有配对`, expected: null });
  };
  for (let index = 0; index < text.length; index += 1) {
    const mark = text[index] ?? '';
    if (mark in closing) {
      const same = stack.findLast((open) => open.mark === mark);
      if (same !== undefined) {
        // As many opened as closed: one inside the other; else the first was never closed.
        if (count(text, mark) <= count(text, closing[mark] ?? '')) {
          const slip = nestedSlip(text, index, mark);
          if (slip !== null) nested.push(slip);
        } else {
          report(same.index, mark);
          stack.splice(stack.indexOf(same), 1);
        }
      }
      if (mark === '‘' && !stack.some((open) => open.mark === '“')) {
        const close = text.indexOf('’', index);
        nested.push({
          start: index,
          end: close === -1 ? index + 1 : close + 1,
          message: '外层引号用双引号“”，单引号用在引号里面',
          expected: null,
        });
      }
      stack.push({ mark, index });
      continue;
    }
    const open = opening.get(mark);
    if (open === undefined) continue;
    const last = stack.at(-1);
    if (last?.mark === open) stack.pop();
    else if (stack.some((each) => each.mark === open)) {
      // What was opened since and is still open was never closed.
      while (stack.at(-1)?.mark !== open) {
        const lost = stack.pop();
        if (lost !== undefined) report(lost.index, lost.mark);
      }
      stack.pop();
      // A list number as 1） has no other half; an apostrophe neither.
    } else if (
      !(mark === '）' && /(?:^|[。；：，、])[\da-z]{1,2}$/iu.test(text.slice(0, index))) &&
      mark !== '’'
    ) {
      report(index, mark);
    }
  }
  for (const { index, mark } of stack) report(index, mark);
  return { unpaired, nested };
}

/** Brackets and quotation marks come in pairs. */
export const unpaired: TextRule = {
  id: 'text/unpaired',
  roles: allRoles,
  find: (text) => find(text).unpaired,
};

/** 书名号 in 书名号 are 〈〉, quotation marks in quotation marks ‘’, brackets in brackets another form. */
export const nestedMarks: TextRule = {
  id: 'text/nested-marks',
  roles: allRoles,
  find: (text) => find(text).nested,
};
