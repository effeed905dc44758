// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../../ui/announcer.tsx';
import { crisisWords } from '../../words/crisis.ts';
import { type CrisisAct, crisisAct, crisisQuery } from './crisis.ts';

/** An act on the crisis; the page then shows what the server answered. */
export function useCrisisAct(body: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: CrisisAct) => crisisAct(body, act),
    onSuccess: (view) => {
      queries.setQueryData(crisisQuery(body).queryKey, view);
      void queries.invalidateQueries({ queryKey: ['cases', body] });
      announce(crisisWords.done);
    },
  });
}
