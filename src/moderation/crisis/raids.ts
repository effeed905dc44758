// SPDX-License-Identifier: AGPL-3.0-or-later

/** Something hostile: whose, where and when (milliseconds since the epoch). */
export interface Hostile {
  readonly id: string;
  readonly author: string | null;
  readonly account: string;
  readonly post: string | null;
  readonly at: number;
}

/** What belongs together; `post` is null where it is all over the account. */
export interface Raided {
  readonly account: string;
  readonly post: string | null;
  readonly members: readonly Hostile[];
}

const WINDOW_MILLISECONDS = 3_600_000;
/** So many different people within the hour, under one post. */
const FEWEST_AUTHORS = 5;
/** All over an account. */
const FEWEST_ON_ACCOUNT = 10;

/** Raids: many different authors in a short time, under one post or else all over one account; the largest first. Pure. */
export function raidsIn(hostile: readonly Hostile[]): readonly Raided[] {
  const underPosts = gathered(hostile, ({ account, post }) => post && JSON.stringify([account, post]), FEWEST_AUTHORS);
  const counted = new Set(underPosts.flat());
  const rest = hostile.filter((one) => !counted.has(one));
  const onAccounts = gathered(rest, ({ account }) => account, FEWEST_ON_ACCOUNT);
  const raid = (members: readonly Hostile[], post: string | null): Raided => ({
    account: members[0]?.account ?? '',
    post,
    members,
  });
  return [
    ...underPosts.map((members) => raid(members, members[0]?.post ?? null)),
    ...onAccounts.map((members) => raid(members, null)),
  ].toSorted((one, other) => other.members.length - one.members.length);
}

function gathered(
  hostile: readonly Hostile[],
  placeOf: (one: Hostile) => string | null,
  fewest: number,
): readonly (readonly Hostile[])[] {
  const places = Map.groupBy(
    hostile.filter((one) => placeOf(one) !== null),
    placeOf,
  );
  return [...places.values()].map((those) => crowded(those, fewest)).filter(({ length }) => length > 0);
}

/** Those that stand in some hour with enough different authors. One without a name is nobody else. */
function crowded(those: readonly Hostile[], fewest: number): readonly Hostile[] {
  const inOrder = those.toSorted((one, other) => one.at - other.at);
  const found = new Set<Hostile>();
  const authors = new Map<string, number>();
  let from = 0;
  for (const [to, one] of inOrder.entries()) {
    if (one.author !== null) authors.set(one.author, (authors.get(one.author) ?? 0) + 1);
    for (let early = inOrder[from]; early !== undefined && one.at - early.at > WINDOW_MILLISECONDS; ) {
      if (early.author !== null) {
        const left = (authors.get(early.author) ?? 1) - 1;
        if (left === 0) authors.delete(early.author);
        else authors.set(early.author, left);
      }
      early = inOrder[++from];
    }
    if (authors.size >= fewest) for (const member of inOrder.slice(from, to + 1)) found.add(member);
  }
  return [...found];
}
