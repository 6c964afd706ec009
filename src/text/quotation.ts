/** A stretch of direct speech: outer offsets with its marks, inner ones without. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Whether the paragraph ends before a closing mark, as in a quotation that runs on. */
  readonly open: boolean;
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '"': '"',
  '‘': '’',
  "'": "'",
};

/**
 * Quotations of one paragraph, outermost first and in order; nested ones are left inside. Curly, straight, doubled, German and
 * French marks are known; an apostrophe opens only after a space and closes only before one ("the SDF's" is no quotation).
 */
export function quotations(text: string, start: number, end: number): Quotation[] {
  const found: Quotation[] = [];
  let i = start;
  while (i < end) {
    const double = doubled(text, i, end);
    if (double !== null) {
      found.push(double);
      i = double.end;
      continue;
    }
    const mark = text[i]!;
    const closing = PAIRS[mark];
    if (closing === undefined || (isSingle(mark) && !opensSingle(text, i, start))) {
      i++;
      continue;
    }
    const close = closeOf(text, i + 1, end, mark, closing);
    if (close < 0 && isSingle(mark)) {
      i++;
      continue;
    }
    const inner = close < 0 ? end : close;
    found.push({
      start: i,
      end: close < 0 ? end : close + 1,
      innerStart: i + 1,
      innerEnd: inner,
      open: close < 0,
    });
    i = close < 0 ? end : close + 1;
  }
  return found;
}

/*
 * Some wires write two apostrophes, or two grave accents and two apostrophes, for a quotation mark: ''We left,'' he said.
 */

function doubled(text: string, at: number, end: number): Quotation | null {
  const mark = text.slice(at, at + 2);
  if ((mark !== "''" && mark !== '``') || !/[\p{L}\p{N}$£€[(.…]/u.test(text[at + 2] ?? '')) return null;
  const length = text.slice(at + 2, end).indexOf("''");
  const open = length < 0;
  const close = at + 2 + length;
  return {
    start: at,
    end: open ? end : close + 2,
    innerStart: at + 2,
    innerEnd: open ? end : close,
    open,
  };
}

function isSingle(mark: string): boolean {
  return mark === '‘' || mark === "'";
}

function opensSingle(text: string, at: number, start: number): boolean {
  const before = at > start ? text[at - 1]! : ' ';
  return /[\s([—–-]/u.test(before) && /\p{L}|\p{N}|…/u.test(text[at + 1] ?? '');
}

function closeOf(text: string, from: number, end: number, mark: string, closing: string): number {
  let depth = 0;
  for (let i = from; i < end; i++) {
    const c = text[i]!;
    if (isSingle(mark)) {
      if (c === closing && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? ' ') && text[i - 1] !== ' ') return i;
    } else if (c === closing || (mark === '“' && c === '"')) {
      if (depth === 0) return i;
      depth--;
    } else if (c === mark && mark !== closing) depth++;
  }
  return -1;
}
