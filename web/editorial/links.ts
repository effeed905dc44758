// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DraftContent, Link } from '#editorial/contract';

/** The addresses of a content, one a line. */
export const linesOf = ({ links }: Pick<DraftContent, 'links'>): string => links.map(({ url }) => url).join('\n');

/** The links of those lines, in their order; undefined where a line is no address. What is known of one is kept. */
export function linksIn(
  lines: string,
  { links: known }: Pick<DraftContent, 'links'>,
): DraftContent['links'] | undefined {
  const addresses = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (addresses.some((url) => !Link.shape.url.safeParse(url).success)) return undefined;
  return addresses.map((url) => known.find((one) => one.url === url) ?? { url, title: url, description: '' });
}
