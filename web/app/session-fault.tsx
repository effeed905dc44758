// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from '../it.ts';
import { Fault } from '../ui/fault.tsx';

export function SessionFault(props: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <main id="contenuto" className="dead-end">
      <h1>{it.desk}</h1>
      <Fault title={it.broken.title} {...props} />
    </main>
  );
}
