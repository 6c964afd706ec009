/** Moves of the arc-hybrid system (Kuhlmann et al. 2011). LEFT hangs the top of the stack on the next word, RIGHT on the word below it. */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

const FIELDS = 12;
/** Fields of a node: a word with the children it has so far, words too; -1 is none. */
export const WORD = 0;
export const L1 = 1; // outermost left child
export const L1REL = 2;
export const L2 = 3; // the left child before it
export const L2REL = 4;
export const R1 = 5; // outermost right child
export const R1REL = 6;
export const R2 = 7;
export const R2REL = 8;
export const LCOUNT = 9;
export const RCOUNT = 10;
export const LSET = 11; // bit set of the relations among its children (bit = relation modulo 32)

/**
 * All states met while one sentence is parsed. States, stack cells and nodes are never changed once made, so
 * that several analyses can share them. Word `count` is the root, which stands after the last word.
 */
export class Chart {
  count = 0;
  nodes = new Int32Array(0);
  private nodeEnd = 0;
  /** Stack cells: node, cell below (-1 at the bottom), depth from 1. */
  cells = new Int32Array(0);
  private cellEnd = 0;
  /** States: stack cell or -1, next word, node of the next word, state before, move, relation. */
  private states = new Int32Array(0);
  private stateEnd = 0;

  /** Starts a sentence of `count` words; at most `width` states are kept a step. Returns the first state. */
  start(count: number, width: number): number {
    this.count = count;
    const steps = (2 * count + 2) * width + 4;
    if (this.states.length < steps * 6) {
      this.nodes = new Int32Array((steps + count + 4) * FIELDS);
      this.cells = new Int32Array(steps * 3);
      this.states = new Int32Array(steps * 6);
    }
    this.cellEnd = 0;
    this.stateEnd = 0;
    this.nodeEnd = count + 1;
    for (let i = 0; i <= count; i++) {
      const at = i * FIELDS;
      this.nodes.fill(-1, at, at + FIELDS);
      this.nodes[at + WORD] = i;
      this.nodes[at + LCOUNT] = 0;
      this.nodes[at + RCOUNT] = 0;
      this.nodes[at + LSET] = 0;
    }
    return this.pushState(-1, 0, 0, -1, -1, -1);
  }

  private pushState(cell: number, next: number, node: number, before: number, move: number, rel: number) {
    const at = this.stateEnd++ * 6;
    const s = this.states;
    s[at] = cell;
    s[at + 1] = next;
    s[at + 2] = node;
    s[at + 3] = before;
    s[at + 4] = move;
    s[at + 5] = rel;
    return this.stateEnd - 1;
  }

  private pushCell(node: number, below: number): number {
    const at = this.cellEnd++ * 3;
    this.cells[at] = node;
    this.cells[at + 1] = below;
    this.cells[at + 2] = below < 0 ? 1 : this.cells[below * 3 + 2]! + 1;
    return this.cellEnd - 1;
  }

  /** Stack cell of a state, -1 when empty. */
  stackOf(state: number): number {
    return this.states[state * 6]!;
  }
  /** Index of the next word; `count` is the root. */
  nextOf(state: number): number {
    return this.states[state * 6 + 1]!;
  }
  /** Node of the next word, with the left children it has so far. */
  nextNodeOf(state: number): number {
    return this.states[state * 6 + 2]!;
  }
  nodeOfCell(cell: number): number {
    return cell < 0 ? -1 : this.cells[cell * 3]!;
  }
  /** Index of the word in a stack cell, -1 for no cell. */
  wordOf(cell: number): number {
    return this.field(this.nodeOfCell(cell), WORD);
  }
  below(cell: number): number {
    return cell < 0 ? -1 : this.cells[cell * 3 + 1]!;
  }
  depth(cell: number): number {
    return cell < 0 ? 0 : this.cells[cell * 3 + 2]!;
  }
  field(node: number, field: number): number {
    return node < 0 ? -1 : this.nodes[node * FIELDS + field]!;
  }

  /** The word that an arc made now would hang. */
  dependentOf(state: number): number {
    return this.wordOf(this.stackOf(state));
  }
  /** The word it would hang on, `count` for the root. */
  headOf(state: number, move: number): number {
    return move === LEFT ? this.nextOf(state) : this.wordOf(this.below(this.stackOf(state)));
  }

  /** True when every word has its head. */
  done(state: number): boolean {
    return this.states[state * 6]! < 0 && this.states[state * 6 + 1]! === this.count;
  }

  /** Whether a move may be made. Only the last word on the stack may hang on the root, so that there is exactly one. */
  allows(state: number, move: number): boolean {
    const depth = this.depth(this.stackOf(state));
    const atRoot = this.nextOf(state) === this.count;
    if (move === SHIFT) return !atRoot;
    if (move === LEFT) return depth > 0 && (!atRoot || depth === 1);
    return depth > 1;
  }

  /** How many moves may be made. */
  choices(state: number): number {
    const depth = this.depth(this.stackOf(state));
    const atRoot = this.nextOf(state) === this.count;
    if (depth === 0) return 1;
    return atRoot ? 1 : depth === 1 ? 2 : 3;
  }

  /** The move that led to a state, -1 for the first. */
  moveOf(state: number): number {
    return this.states[state * 6 + 4]!;
  }
  /** The state before, -1 for the first. */
  before(state: number): number {
    return this.states[state * 6 + 3]!;
  }
  /** All states from the first to this one. */
  path(state: number): number[] {
    const states: number[] = [];
    for (let s = state; s >= 0; s = this.before(s)) states.push(s);
    return states.reverse();
  }

  /** Makes a move; `rel` is the relation of the new arc (ignored by SHIFT). Returns the new state. */
  apply(state: number, move: number, rel: number): number {
    const cell = this.stackOf(state);
    const next = this.nextOf(state);
    const node = this.nextNodeOf(state);
    if (move === SHIFT)
      return this.pushState(this.pushCell(node, cell), next + 1, next + 1, state, SHIFT, -1);
    const below = this.below(cell);
    const child = this.wordOf(cell);
    if (move === LEFT)
      return this.pushState(below, next, this.adopt(node, child, rel, L1, LCOUNT), state, LEFT, rel);
    const head = this.adopt(this.nodeOfCell(below), child, rel, R1, RCOUNT);
    return this.pushState(this.pushCell(head, this.below(below)), next, node, state, RIGHT, rel);
  }

  private adopt(head: number, child: number, rel: number, first: number, counter: number): number {
    const from = head * FIELDS;
    const to = this.nodeEnd++ * FIELDS;
    const n = this.nodes;
    for (let k = 0; k < FIELDS; k++) n[to + k] = n[from + k]!;
    n[to + first + 2] = n[from + first]!;
    n[to + first + 3] = n[from + first + 1]!;
    n[to + first] = child;
    n[to + first + 1] = rel;
    n[to + counter] = n[from + counter]! + 1;
    n[to + LSET] = n[from + LSET]! | (1 << (rel & 31));
    return this.nodeEnd - 1;
  }

  /** Writes the head (`count` for the root) and relation of every word of a finished state. */
  read(state: number, heads: Int32Array, rels: Int32Array): void {
    for (let s = state; s >= 0; s = this.states[s * 6 + 3]!) {
      const move = this.states[s * 6 + 4]!;
      if (move !== LEFT && move !== RIGHT) continue;
      const before = this.states[s * 6 + 3]!;
      const child = this.dependentOf(before);
      heads[child] = this.headOf(before, move);
      rels[child] = this.states[s * 6 + 5]!;
    }
  }
}
