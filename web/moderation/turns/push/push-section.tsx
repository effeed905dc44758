// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Mandate } from '#governance/contract';
import type { PushView } from '#moderation/contract';
import { Button } from '../../../ui/button.tsx';
import { Fault } from '../../../ui/fault.tsx';
import { useNow } from '../../../ui/moment.tsx';
import { momentWords } from '../../../ui/moment-words.ts';
import { Notice } from '../../../ui/notice.tsx';
import { pushWords as words } from '../../../words/push.ts';
import { ability, ownMark } from './browser.ts';
import { DeviceList } from './device-list.tsx';
import { pushQuery } from './push.ts';
import { TurnOnDialog } from './turn-on-dialog.tsx';

interface Props {
  readonly mandate: Mandate;
  /** Whether the desk writes letters at all. */
  readonly letters: boolean;
}

/** Notices on people's own devices: whether they arrive, for everybody to read; one's own, for who may be called. */
export function PushSection({ mandate, letters }: Props) {
  const { body, role } = mandate;
  const push = useQuery(pushQuery(body));
  const { data } = push;
  if (role === 'auditor' && (data === undefined || data.silent.length === 0)) return null;
  return (
    <section aria-labelledby="turni-avvisi" className="push">
      <h2 id="turni-avvisi">{words.title}</h2>
      {role === 'auditor' ? null : <p>{words.intro(letters)}</p>}
      {push.isError ? <Fault title={words.failed} error={push.error} onRetry={() => void push.refetch()} /> : null}
      {data?.possible === false ? <Notice>{words.off}</Notice> : null}
      {data === undefined ? null : <Silent view={data} letters={letters} />}
      {role === 'auditor' || data?.possible !== true ? null : <Own mandate={mandate} view={data} letters={letters} />}
    </section>
  );
}

function Silent({ view, letters }: { readonly view: PushView; readonly letters: boolean }) {
  const now = useNow();
  if (view.silent.length === 0) return null;
  return (
    <Notice tone="warning" title={words.silent}>
      {view.silent.map(({ carrier, kind, since }) => (
        <p key={carrier}>
          {words.silence[kind](carrier)} {words.silentSince(momentWords(since, now))}
        </p>
      ))}
      <p>{letters ? words.lettersGo : words.lettersToo}</p>
    </Notice>
  );
}

function Own({ mandate: { body, bodyName }, view, letters }: Props & { readonly view: PushView }) {
  const [asking, setAsking] = useState(false);
  const { mark, look } = useOwnMark(body);
  const able = ability();
  const isOn = view.devices.some((device) => device.state === 'on' && device.mark === mark);
  return (
    <>
      <h3>{words.devices}</h3>
      <DeviceList {...{ body, mark, letters }} devices={view.devices} onOff={look} />
      {able === 'yes' ? null : <Notice>{words.unable[able]}</Notice>}
      {able === 'yes' && !isOn ? (
        <Button className="push-turn-on" onClick={() => setAsking(true)}>
          {words.turnOn}
        </Button>
      ) : null}
      {asking ? (
        <TurnOnDialog
          {...{ body, bodyName, serverKey: view.key }}
          onOn={() => {
            look();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

/** How the server knows the browser in hand; `look` where that may have changed. */
function useOwnMark(body: string): { readonly mark: string | undefined; readonly look: () => void } {
  const [mark, setMark] = useState<string>();
  const [looks, setLooks] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each look is one more
  useEffect(() => {
    let isHere = true;
    void ownMark(body)
      .catch(() => undefined)
      .then((found) => isHere && setMark(found));
    return () => {
      isHere = false;
    };
  }, [body, looks]);
  return { mark, look: () => setLooks((count) => count + 1) };
}
