// SPDX-License-Identifier: AGPL-3.0-or-later

/** One entry of a module's catalogue of errors. What a person reads is Italian. */
export interface ErrorEntry {
  /** HTTP status that fits, should the error reach a request. */
  readonly status: number;
  /** What is wrong, one Italian sentence without the final stop. */
  readonly title: string;
  /** What to do about it, in Italian. */
  readonly hint: string;
}

export type ErrorCatalogue = Readonly<Record<string, ErrorEntry>>;

/** An error with a stable code, a place and a way out; the only kind thrown on purpose. */
export class CodedError extends Error {
  readonly code: string;
  readonly status: number;
  readonly hint: string;
  /** Facts for the reader of this occurrence; never a secret, never personal data. */
  readonly detail: string | undefined;

  constructor(code: string, entry: ErrorEntry, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? entry.title : `${entry.title}: ${detail}`, options);
    this.name = 'CodedError';
    this.code = code;
    this.status = entry.status;
    this.hint = entry.hint;
    this.detail = detail;
  }
}

/**
 * Turns a catalogue into a constructor of its errors: `const raise = errorsOf(catalogue); throw raise('CASE_NOT_FOUND')`.
 * A code outside the catalogue does not type-check.
 */
export function errorsOf<Catalogue extends ErrorCatalogue>(catalogue: Catalogue) {
  return (code: keyof Catalogue & string, detail?: string, options?: ErrorOptions): CodedError => {
    const entry = catalogue[code];
    if (entry === undefined) throw new Error(`no such error: ${code}`);
    return new CodedError(code, entry, detail, options);
  };
}
