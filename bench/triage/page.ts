// SPDX-License-Identifier: AGPL-3.0-or-later

/** A row of a table; a faint one is there to be seen and counts for no limit. */
export interface Row {
  readonly cells: readonly string[];
  readonly faint?: boolean;
}

export interface Limit {
  readonly what: string;
  readonly measured: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** How the measured figure and its limit are written. */
  readonly as: (figure: number) => string;
  readonly note?: string;
}

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const whole = (figure: number): string => plain.format(figure);
export const percent = (figure: number): string => (Number.isNaN(figure) ? '–' : `${(100 * figure).toFixed(1)} %`);
export const fraction = (figure: number): string => (Number.isNaN(figure) ? '–' : figure.toFixed(3));
export const unit =
  (name: string, digits = 0): ((figure: number) => string) =>
  (figure) =>
    `${digits === 0 ? whole(figure) : figure.toFixed(digits)} ${name}`;

/** A text on one line of the page. */
export const oneLine = (text: string, longest = 160): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};

/** The page as it is printed: headings, tables, and each limit with its mark; it remembers which were missed. */
export class Page {
  readonly #write: (line: string) => void;
  readonly #inColour: boolean;
  readonly #missed: string[] = [];
  #held = 0;
  #section = '';

  constructor(write: (line: string) => void, inColour: boolean) {
    this.#write = write;
    this.#inColour = inColour;
  }

  get missed(): readonly string[] {
    return this.#missed;
  }

  get held(): number {
    return this.#held;
  }

  heading(text: string): void {
    this.#section = text.split(/[:,;]/, 1)[0] ?? text;
    this.#write('');
    this.#write(this.#inColour ? `\u001b[1m${text}\u001b[0m` : text);
    this.#write('─'.repeat(text.length));
  }

  line(text = ''): void {
    this.#write(text);
  }

  faint(text: string): void {
    this.#write(this.#inColour ? `\u001b[2m${text}\u001b[0m` : text);
  }

  list(title: string, lines: readonly string[]): void {
    this.#write(`  ${title}: ${lines.length === 0 ? 'none' : whole(lines.length)}`);
    for (const line of lines) this.#write(`    ${line}`);
  }

  /** The first column to the left, the others to the right. */
  table(columns: readonly string[], rows: readonly Row[]): void {
    const widths = columns.map((column, index) =>
      Math.max(column.length, ...rows.map(({ cells }) => (cells[index] ?? '').length)),
    );
    const laid = (cells: readonly string[]): string =>
      `  ${widths
        .map((width, index) =>
          index === 0 ? (cells[index] ?? '').padEnd(width) : (cells[index] ?? '').padStart(width),
        )
        .join('  ')
        .trimEnd()}`;
    this.faint(laid(columns));
    for (const { cells, faint } of rows) (faint === true ? this.faint : this.line).call(this, laid(cells));
  }

  /** What was not measured misses its limit too. */
  limit({ what, measured, atLeast, atMost, as, note }: Limit): boolean {
    const holds = (atLeast === undefined || measured >= atLeast) && (atMost === undefined || measured <= atMost);
    const bounds = [
      ...(atLeast === undefined ? [] : [`at least ${as(atLeast)}`]),
      ...(atMost === undefined ? [] : [`at most ${as(atMost)}`]),
    ].join(', ');
    const line = `${what}: ${Number.isNaN(measured) ? 'not measured' : as(measured)} (${bounds})`;
    this.#write(`${holds ? '✓' : '✗'} ${line}${note === undefined ? '' : `, ${note}`}`);
    if (holds) this.#held += 1;
    else this.#missed.push(`${this.#section} · ${line}`);
    return holds;
  }

  /** A part that could not be measured although it should have been. */
  failed(what: string): void {
    this.#write(`✗ ${what}`);
    this.#missed.push(what);
  }
}
