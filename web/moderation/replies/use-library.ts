// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReplyLibrary } from '#moderation/contract';
import { libraryQuery } from './replies.ts';

/** A change of what is kept ready; the page follows the server's answer. */
export function useLibraryChange<Sent>(body: string, send: (sent: Sent) => Promise<ReplyLibrary>, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (library) => {
      queries.setQueryData(libraryQuery(body).queryKey, library);
      onDone?.();
    },
  });
}
