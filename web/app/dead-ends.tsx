// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';

export function NotFound() {
  return (
    <main id="contenuto" className="dead-end">
      <h1>{it.notFound.title}</h1>
      <p>{it.notFound.detail}</p>
      <Link to="/banco" className="btn btn-outline-primary">
        {it.notFound.back}
      </Link>
    </main>
  );
}

export function Broken({ error }: ErrorComponentProps) {
  console.error(error);
  return (
    <main id="contenuto" className="dead-end" role="alert">
      <h1>{it.broken.title}</h1>
      <p>{it.broken.detail}</p>
      <Button icon="it-refresh" onClick={() => location.reload()}>
        {it.retry}
      </Button>
    </main>
  );
}

export function NoMandate({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <main id="contenuto" className="dead-end">
      <h1 className="visually-hidden">{title}</h1>
      <Empty icon="it-user" title={title} detail={detail} />
    </main>
  );
}
