/** A text, or a file: what is a string is text, whatever it says. */
export type Text =
  | string
  | {
      /** The bytes of a file, of any kind that enregard reads but PDF. */
      bytes: Uint8Array;
      /** Its name, which tells its kind where its content does not, and stands in messages. */
      name: string;
      /** The code of its language, such as `fr`; recognised where none is given. */
      language?: string;
    }
  | { text: string; name?: string; language?: string };

export type Class =
  | "same" | "typographic" | "case" | "accent" | "spelling" | "inflection" | "derivation" | "wording" | "omission" | "addition";

export interface Options {
  /** What rows are made of; `sentence` where nothing is said. */
  unit?: "clause" | "sentence" | "line" | "paragraph";
  /** The language of all texts that have none of their own; recognised where none is given. */
  language?: string;
  /** Short names, one a text; `A`, `B` … where none are given. */
  sigla?: string[];
  /** The siglum of the text whose order the rows follow; the first where none is given. */
  base?: string;
  /** Whether what has one label (a verse, an article) is set side by side. */
  labels?: boolean;
  /** Whether words are linked, and quotations looked for; true where nothing is said. */
  words?: boolean;
  /** Classes of difference that are passed over. */
  ignore?: Class[];
  /** Whether rows keep the order of all texts: nothing is moved. */
  monotone?: boolean;
  /** Whether texts are read as print before about 1800. */
  oldPrint?: boolean;
  /** The kind of all files, where it is not to be told by their content and name. */
  format?: string;
}

/** A difference in a row. */
export interface Difference {
  class: Class;
  moved: boolean;
  /** That the link is right, in `[0, 1]`. */
  probability: number;
  /** What each text has; null for nothing. */
  texts: (string | null)[];
}

/** A row, as a line of JSON Lines has it (docs/json.md); beside these keys it has for each text its siglum, and `A_units`. */
export interface Row {
  /** Its number, from 1. */
  row: number;
  kind: "bead" | "only";
  moved: boolean;
  /** The share of the words that are the same, in `[0, 1]`; null where one text has nothing. */
  similarity: number | null;
  /** The probability that its units belong together, in `[0.5, 1]`; null where one text has nothing. */
  confidence: number | null;
  changes: string | null;
  status: "auto" | "ok" | "edited";
  note: string | null;
  moved_to: number | null;
  /** How much ties its units, in nats. */
  score: number | null;
  differences: Difference[];
  [column: string]: unknown;
}

export type Format =
  | "csv" | "tsv" | "json" | "jsonl" | "markdown" | "vecalign" | "ladder" | "word-diff" | "criticmarkup" | "tmx" | "tei"
  | "tei-standoff" | "apparatus" | "latex" | "latex-facing" | "collatex" | "dot" | "graphml" | "html" | "svg" | "svg-tree" | "newick";
export type BinaryFormat = "docx" | "docx-facing" | "epub" | "xlsx";

/** Texts set side by side. */
export declare class Table {
  private constructor();
  /** What its rows are made of. */
  readonly unit: "clause" | "sentence" | "line" | "paragraph";
  readonly texts: { siglum: string; name: string; language: string; units: number }[];
  /** What was noticed: that texts are the same, in two languages, and the like. */
  readonly notes: string[];
  /** Its rows; made anew each time that they are asked for. */
  get rows(): Row[];
  /** The table in a format, as text; `bom` puts a mark before CSV and TSV, without which Excel takes them for another encoding. */
  to(format: Format, options?: { bom?: boolean }): string;
  to(format: BinaryFormat): Uint8Array;
  /** The whole table, schema `enregard/1` (docs/json.md). */
  toJSON(): unknown;
  /** Gives its memory back at once, and not when it is found to be unused. It cannot be asked for anything after that. */
  free(): void;
}

/** What is wrong with texts, tables or options; the message names the file, the place and the remedy. */
export declare class EnregardError extends Error {}

/**
 * Sets texts side by side: two or more, or a file alone that holds several. It works as long as it takes, in this thread: a page
 * calls it in a worker.
 */
export declare function compare(texts: Text[], options?: Options): Promise<Table>;

/** Aligns texts anew around corrections made in a table (CSV, TSV, XLSX, JSON); without texts, those that a table in JSON holds. */
export declare function apply(table: Text, texts: Text[], options?: Options): Promise<Table>;

/** What there is to choose from. */
export declare function about(): Promise<{
  version: string;
  formats: { name: string; extension: string; binary: boolean }[];
  languages: string[];
}>;
