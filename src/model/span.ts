/** Words of a document: UTF-16 offsets into its `text`, end excluded, and exactly those words. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
