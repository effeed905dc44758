// SPDX-License-Identifier: AGPL-3.0-or-later

/** Words of the language stand between backticks in the messages; here they stand out. */
export function Coded({ text }: { readonly text: string }) {
  let at = 0;
  return text.split('`').map((piece, index) => {
    at += piece.length + 1;
    return index % 2 === 1 ? <code key={at}>{piece}</code> : piece;
  });
}
