import { ArcParser } from './arc-parser.ts';
import type { SyntaxModel } from './model-file.ts';
import { parseInput, type TagTable, tagTable } from './parse-input.ts';
import { RelationScorer } from './relation-scorer.ts';
import { Tagger, tagInput } from './tagger.ts';
import { WordBank } from './word-bank.ts';

/** Tags and tree of one sentence. `heads` are -1 for the root. */
export interface Analysis {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
}

/** Analyses the parser follows at a time. */
const WIDTH = 4;
/** How far behind the best, in the model's own steps, an analysis may fall before it is given up. */
const SLACK = 300;

/** Adjectives that are verbs as well; behind a modal or "to" they are the verb: "would | free ten captives". */
const EITHER = /^(?:free|clear|open|secure|empty|clean|complete)$/i;

/** A tagger and parser over one model. Gives the same answer for the same words, whatever it read before. */
export class SyntaxReader {
  private readonly bank: WordBank;
  private readonly tagger: Tagger;
  private readonly parser: ArcParser;
  private readonly table: TagTable;
  private readonly relations: readonly string[];
  private readonly upos: readonly string[];
  private readonly xpos: readonly string[];

  private readonly modal: number;
  private readonly to: number;
  private readonly adjective: number;
  private readonly infinitive: number;

  constructor(model: SyntaxModel) {
    this.bank = new WordBank(model);
    this.tagger = new Tagger(this.bank, model.tagger, model.tags.length);
    this.table = tagTable(model.tags);
    this.relations = model.relations;
    const root = model.relations.indexOf('root');
    const scorer = new RelationScorer(model.labels, model.possible, root);
    this.parser = new ArcParser(model.moves, scorer, WIDTH, SLACK);
    this.to = model.tags.indexOf('PART TO');
    this.modal = model.tags.indexOf('AUX MD');
    this.adjective = model.tags.indexOf('ADJ JJ');
    this.infinitive = model.tags.indexOf('VERB VB');
    this.upos = model.tags.map((t) => t.split(' ')[0]!);
    this.xpos = model.tags.map((t) => t.split(' ')[1]!);
  }

  /** "will", "would not", "to", before a word. */
  private isModal(tags: Uint8Array, forms: readonly string[], at: number): boolean {
    const opens = tags[at] === this.modal || tags[at] === this.to;
    return opens || (at > 0 && /^(?:not|n['’]t)$/i.test(forms[at]!) && tags[at - 1] === this.modal);
  }

  /** Analyses the words of one sentence. */
  analyse(forms: readonly string[]): Analysis {
    this.bank.trim();
    const input = tagInput(this.bank, forms);
    const tags = this.tagger.tag(input);
    for (let i = 1; i < tags.length; i++)
      if (tags[i] === this.adjective && this.isModal(tags, forms, i - 1) && EITHER.test(forms[i]!))
        tags[i] = this.infinitive;
    const tree = this.parser.parse(parseInput(this.bank, this.table, input.rows, tags, input.count));
    return {
      upos: Array.from(tags, (t) => this.upos[t]!),
      xpos: Array.from(tags, (t) => this.xpos[t]!),
      heads: Array.from(tree.heads, (h) => (h === input.count ? -1 : h)),
      deprels: Array.from(tree.rels, (r) => this.relations[r]!),
    };
  }
}
