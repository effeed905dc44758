// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { accessWords } from '../words/access.ts';
import { goToProvider, providersQuery } from './session.ts';

const words = accessWords.entering;

/** The services of the bodies that have one; nothing where no body has, or nobody answers. */
export function ThroughProvider({ back }: { readonly back: string }) {
  const offered = useQuery(providersQuery);
  const items = offered.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="servizi">
      <h2 id="servizi" className="sign-in-other">
        {words.or}
      </h2>
      {items.map(({ body, name }) => (
        <ProviderButton key={body} body={body} name={name} setting={{ back }} />
      ))}
    </section>
  );
}

interface Props {
  readonly body: string;
  readonly name: string;
  readonly setting: { readonly back?: string; readonly invitation?: string };
}

export function ProviderButton({ body, name, setting }: Props) {
  const going = useMutation({ mutationFn: () => goToProvider(body, setting) });
  return (
    <>
      <div role="alert">{going.isError ? <Notice tone="danger">{words.notStarted}</Notice> : null}</div>
      <Button onClick={() => !going.isPending && going.mutate()} aria-disabled={going.isPending}>
        {words.with(name)}
      </Button>
    </>
  );
}
