/** Numbers about words, a row each, made once per distinct form and bounded, so that hostile input cannot fill memory. */
export abstract class FormBank {
  cells: Int32Array;
  private readonly index = new Map<string, number>();
  private readonly width: number;
  private readonly limit: number;
  private count = 0;

  /** `width`: numbers a row; `limit`: words after which `trim` empties the bank. */
  constructor(width: number, limit: number) {
    this.width = width;
    this.limit = limit;
    this.cells = new Int32Array(width * 4096);
  }

  /** Empties the bank when it has grown too far; call where no row is in use. */
  trim(): void {
    if (this.count < this.limit) return;
    this.index.clear();
    this.count = 0;
  }

  /** Offset of the word's row in `cells`. */
  row(form: string): number {
    const known = this.index.get(form);
    if (known !== undefined) return known;
    if ((this.count + 1) * this.width > this.cells.length) {
      const grown = new Int32Array(this.cells.length * 2);
      grown.set(this.cells);
      this.cells = grown;
    }
    const at = this.count * this.width;
    this.count += 1;
    this.fill(at, form.length > 60 ? form.slice(0, 60) : form);
    this.index.set(form, at);
    return at;
  }

  /** Writes every number of the row at `at`. */
  protected abstract fill(at: number, form: string): void;
}

/** What a form looks like: "Xx" for a name, "dd" for a number; runs of more than two of a kind count as two. */
export function shapeOf(form: string): string {
  let out = '';
  let last = '';
  let run = 0;
  for (const ch of form.slice(0, 24)) {
    const c = /\p{Lu}/u.test(ch) ? 'X' : /\p{L}/u.test(ch) ? 'x' : /\p{N}/u.test(ch) ? 'd' : ch;
    run = c === last ? run + 1 : 1;
    last = c;
    if (run <= 2) out += c;
  }
  return out;
}

/** 0 small, 1 first letter capital, 2 all capitals, 3 capitals inside. */
export function caseOf(form: string): number {
  if (form === form.toLowerCase()) return 0;
  if (form === form.toUpperCase()) return form.length > 1 ? 2 : 1;
  const rest = form.slice(1);
  return rest === rest.toLowerCase() ? 1 : 3;
}
