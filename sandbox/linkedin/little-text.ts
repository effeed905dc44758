// SPDX-License-Identifier: AGPL-3.0-or-later

const RESERVED = '\\|{}@[]()<>#*_~';
const HASHTAG = /^\{hashtag\|(?:\\#|#|＃)\|((?:\\.|[^}\\])+)\}/u;
const BARE_HASHTAG = /^#[\p{L}\p{N}_]+/u;

/** What people see of a commentary. INVARIANT: as on the real network, a reserved sign that is not escaped ends the text. */
export function shownText(commentary: string): string {
  let shown = '';
  for (let at = 0; at < commentary.length; ) {
    const rest = commentary.slice(at);
    const sign = rest[0] ?? '';
    const template = HASHTAG.exec(rest);
    const tag = BARE_HASHTAG.exec(rest);
    if (sign === '\\' && RESERVED.includes(rest[1] ?? ' ')) {
      shown += rest[1];
      at += 2;
    } else if (template?.[1] !== undefined) {
      shown += `#${shownText(template[1])}`;
      at += template[0].length;
    } else if (tag !== null) {
      shown += tag[0];
      at += tag[0].length;
    } else if (RESERVED.includes(sign)) {
      return shown.trimEnd();
    } else {
      shown += sign;
      at += 1;
    }
  }
  return shown;
}

export const commentaryOf = (text: string): string =>
  [...text].map((sign) => (RESERVED.includes(sign) ? `\\${sign}` : sign)).join('');
