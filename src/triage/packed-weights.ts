// SPDX-License-Identifier: AGPL-3.0-or-later

/** Base64; zeros are counted: a zero byte, then how many of them there are in groups of seven bits, lowest first. */
export function packWeights(weights: Int8Array): string {
  const bytes: string[] = [];
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0;
    bytes.push(String.fromCharCode(weight & 255));
    if (weight !== 0) continue;
    let zeros = 1;
    while (at + 1 < weights.length && weights[at + 1] === 0) {
      zeros += 1;
      at += 1;
    }
    for (; zeros > 127; zeros >>>= 7) bytes.push(String.fromCharCode((zeros & 127) | 128));
    bytes.push(String.fromCharCode(zeros));
  }
  return btoa(bytes.join(''));
}

/** Throws where there are not so many. */
export function unpackWeights(text: string, length: number): Int8Array {
  const bytes = atob(text);
  const weights = new Int8Array(length);
  let at = 0;
  for (let index = 0; index < bytes.length; index++) {
    const weight = bytes.charCodeAt(index);
    if (weight !== 0) {
      weights[at++] = weight;
      continue;
    }
    let zeros = 0;
    let byte = 128;
    for (let shift = 0; byte > 127 && shift < 28; shift += 7) {
      byte = bytes.charCodeAt(++index);
      zeros |= (byte & 127) << shift;
    }
    at += zeros;
  }
  if (at !== length) throw new Error(`a model of ${at} weights, not ${length}`);
  return weights;
}
