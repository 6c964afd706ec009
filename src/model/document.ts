/** One report as published. `published` and `updated` are ISO 8601 (date, or date-time with offset). */
export interface Document {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  /** The outlet that published this copy; never "source". */
  readonly publisher: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly url: string | null;
  /** BCP 47 tag, null when unknown. */
  readonly language: string | null;
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  readonly sha256: string;
}
