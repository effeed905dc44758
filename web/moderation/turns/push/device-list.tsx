// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PushDevice } from '#moderation/contract';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Fault } from '../../../ui/fault.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useNow } from '../../../ui/moment.tsx';
import { momentWords } from '../../../ui/moment-words.ts';
import { Notice } from '../../../ui/notice.tsx';
import { pushWords as words } from '../../../words/push.ts';
import { unsubscribe } from './browser.ts';
import { pushQuery, removeDevice, tryDevice } from './push.ts';

interface Props {
  readonly body: string;
  readonly devices: readonly PushDevice[];
  /** How the browser in hand is known; undefined where notices are not on in it. */
  readonly mark: string | undefined;
  /** Whether the desk writes letters at all. */
  readonly letters: boolean;
  readonly onOff: () => void;
}

/** One's own: whether something arrives on each, a trial, and away with it. */
export function DeviceList({ body, devices, mark, letters, onOff }: Props) {
  const on = devices.filter(({ state }) => state === 'on');
  const gone = devices.filter(({ state }) => state === 'gone');
  return (
    <>
      {gone.map((device) => (
        <GoneDevice key={device.id} body={body} device={device} />
      ))}
      {on.length === 0 ? <p className="muted">{words.none(letters)}</p> : null}
      <ul className="push-devices">
        {on.map((device) => (
          <Device key={device.id} body={body} device={device} isThis={device.mark === mark} onOff={onOff} />
        ))}
      </ul>
    </>
  );
}

interface DeviceProps {
  readonly body: string;
  readonly device: PushDevice;
  readonly isThis: boolean;
  readonly onOff: () => void;
}

function Device({ body, device, isThis, onOff }: DeviceProps) {
  const queries = useQueryClient();
  const now = useNow();
  const { id, name, carrier, since } = device;
  const trying = useMutation({
    mutationFn: () => tryDevice(body, id),
    onSuccess: ({ view }) => queries.setQueryData(pushQuery(body).queryKey, view),
  });
  const removing = useMutation({
    mutationFn: async () => {
      const view = await removeDevice(body, id);
      if (isThis) await unsubscribe(body).catch(() => {});
      return view;
    },
    onSuccess: (view) => {
      queries.setQueryData(pushQuery(body).queryKey, view);
      announce(words.removed);
      onOff();
    },
  });
  return (
    <li>
      <p>
        <strong>{name}</strong> {isThis ? <span className="tag">{words.thisOne}</span> : null}
      </p>
      <p className="muted small">{words.carriedBy(carrier, momentWords(since, now))}</p>
      <State device={device} now={now} />
      <div role="status" className="push-trial">
        {trying.data === undefined || trying.isPending ? null : <p>{words.trial(trying.data)}</p>}
      </div>
      {trying.isError ? <Fault title={words.tryFailed} error={trying.error} /> : null}
      {removing.isError ? <Fault title={words.removeFailed} error={removing.error} /> : null}
      <div className="push-acts">
        <Button
          className="btn-sm"
          onClick={() => trying.isPending || trying.mutate()}
          aria-disabled={trying.isPending}
          aria-label={words.tryOn(name)}
        >
          {words.try}
        </Button>
        <Button look="quiet" onClick={() => removing.isPending || removing.mutate()} aria-label={words.removeOf(name)}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}

function State({ device, now }: { readonly device: PushDevice; readonly now: Date }) {
  const { trouble, reachedAt, carrier } = device;
  if (trouble !== null)
    return (
      <p className="push-troubled">
        <Icon name="it-warning-circle" />
        <span>{words.troubled(trouble.kind, carrier, momentWords(trouble.since, now))}</span>
      </p>
    );
  return <p>{reachedAt === null ? words.untried : words.reached(momentWords(reachedAt, now))}</p>;
}

function GoneDevice({ body, device: { id, name, why } }: { readonly body: string; readonly device: PushDevice }) {
  const queries = useQueryClient();
  const reading = useMutation({
    mutationFn: () => removeDevice(body, id),
    onSuccess: (view) => queries.setQueryData(pushQuery(body).queryKey, view),
  });
  return (
    <Notice tone="warning" title={words.gone(name)}>
      {why === null ? null : <p>{words.why[why]}</p>}
      <Button className="btn-sm" onClick={() => reading.isPending || reading.mutate()}>
        {words.read}
      </Button>
      {reading.isError ? <Fault title={words.removeFailed} error={reading.error} /> : null}
    </Notice>
  );
}
