// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { adoptClaim, claimCase, claimQuery, releaseCase } from './turns.ts';

/**
 * Who chooses a decision has the case in hand from then on, and gives it back by walking on without deciding. Whoever was
 * first is told beside the form, and the server refuses the others.
 */
export function useFormClaim(body: string, id: string, choosing: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!choosing) return;
    const claiming = claimCase(body, id, { how: 'form' })
      .then((view) => {
        adoptClaim(queries, body, { id, view });
        return view.claim?.how === 'form';
      })
      .catch(() => {
        void queries.invalidateQueries({ queryKey: claimQuery(body, id).queryKey });
        return false;
      });
    return () => {
      void claiming.then(async (byForm) => {
        if (byForm) await releaseCase(body, id).catch(() => {});
      });
    };
  }, [queries, body, id, choosing]);
}
