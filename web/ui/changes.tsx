// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from '../it.ts';
import type { Change } from '../moderation/diff.ts';

const words = it.moderation.versions;

/** Words that went and came, for the eye and for those who listen. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  let at = 0;
  return changes.map((change) => {
    at += change.text.length;
    if (change.kind === 'same') return change.text;
    const Element = change.kind === 'added' ? 'ins' : 'del';
    return (
      <Element key={`${at} ${change.kind}`}>
        <span className="visually-hidden">{words[change.kind]}</span>
        {change.text}
      </Element>
    );
  });
}
