// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../town/call.ts';
import type { Account, Author } from '../town/writing.ts';
import { type Answered, changing, type Question } from './edges.ts';
import { type Kind, listNodes, select, WrongParameter } from './rendering.ts';

const People = z.array(z.string().regex(/^\d+$/)).min(1);

const profileKind: Kind<Author> = {
  node: 'Profile',
  usual: 'id,name',
  fields: { id: ({ id }) => id, name: ({ name }) => name },
};

/** Says of each person whether they are banned now. */
export function ban({ parameters, page, stage }: Question): Answered {
  const people = People.safeParse(JSON.parse(parameters.user ?? '[]'));
  if (!people.success) throw new WrongParameter('(#100) Param user must be a list of ids');
  const { world } = stage;
  const bannable = (id: string): Author | undefined => (id === page.id ? undefined : world.authorOf(id));
  const answer = () => json(Object.fromEntries(people.data.map((id) => [id, bannable(id) !== undefined])));
  return {
    unchanged: answer,
    effect() {
      for (const id of people.data) {
        const person = bannable(id);
        if (person !== undefined && !world.isBanned(page.id, id)) world.ban(page.id, person);
      }
      return answer();
    },
  };
}

export function unban({ parameters, page, stage }: Question): Answered {
  const person = stage.world.authorOf(parameters.user ?? '');
  if (person === undefined) throw new WrongParameter('(#100) Param user must be the id of a person');
  return changing(() => {
    if (stage.world.isBanned(page.id, person.id)) stage.world.unban(page.id, person);
  });
}

export function listBanned({ parameters, stage }: Question, page: Account): Answer {
  const { user, fields } = parameters;
  const people = stage.world.bannedBy(page.id).filter(({ id }) => user === undefined || id === user);
  const selection = select(fields);
  return json(listNodes(profileKind, people, { parameters, selection, stage, address: `${page.id}/blocked` }));
}
