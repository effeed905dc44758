// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PushDeviceRequest } from '#moderation/contract';

// What this browser can do about notices. A page that a body's notices open is under `/banco/<body>/`: each body has its own
// worker there, so that the notices of one are turned off without those of another.

/** `home-screen`: a telephone that lets only pages kept on its home screen. `blocked`: the person said no, here. */
export type Ability = 'yes' | 'insecure' | 'missing' | 'home-screen' | 'blocked';

export function ability(): Ability {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return isApplePhone() ? 'home-screen' : 'missing';
  return Notification.permission === 'denied' ? 'blocked' : 'yes';
}

/** A tablet of Apple calls itself a Mac, but is touched. */
const isApplePhone = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

export type Subscription = PushDeviceRequest['subscription'];
export type NotAllowed = 'denied' | 'dismissed' | 'no-service';

const scopeOf = (body: string): string => `/banco/${encodeURIComponent(body)}/`;

/** Asks the person, and then the browser's service. To be called in the hand of a click: elsewhere browsers do not ask. */
export async function subscribe(body: string, key: string): Promise<Subscription | NotAllowed> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'dismissed';
  try {
    const registration = await navigator.serviceWorker.register(workerAddress(), { scope: scopeOf(body) });
    await untilActive(registration);
    await forgetOther(registration, key);
    const options = { userVisibleOnly: true, applicationServerKey: key };
    const { endpoint, keys } = (await registration.pushManager.subscribe(options)).toJSON();
    if (endpoint === undefined || keys?.p256dh === undefined || keys.auth === undefined) return 'no-service';
    return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return error.name === 'NotAllowedError' ? 'denied' : 'no-service';
  }
}

/** As the server knows this browser; undefined where notices are not turned on in it. */
export async function ownMark(body: string): Promise<string | undefined> {
  const endpoint = (await subscriptionOf(body))?.endpoint;
  if (endpoint === undefined) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const unsubscribe = async (body: string): Promise<void> =>
  void (await (await subscriptionOf(body))?.unsubscribe());

async function subscriptionOf(body: string): Promise<PushSubscription | undefined> {
  if (ability() !== 'yes') return undefined;
  const registration = await navigator.serviceWorker.getRegistration(scopeOf(body));
  // A page above the scope may be another worker's.
  if (registration === undefined || !registration.scope.endsWith(scopeOf(body))) return undefined;
  return (await registration.pushManager.getSubscription()) ?? undefined;
}

/** A subscription made for an installation that had another key would never be reached. */
async function forgetOther({ pushManager }: ServiceWorkerRegistration, key: string): Promise<void> {
  const there = await pushManager.getSubscription();
  const its = there?.options.applicationServerKey;
  if (there === null || its === undefined || its === null) return;
  const text = btoa(String.fromCharCode(...new Uint8Array(its)));
  if (text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') !== key) await there.unsubscribe();
}

function untilActive({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const worker = active ?? waiting ?? installing;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker === null || worker.state === 'redundant') reject(new DOMException('no worker', 'AbortError'));
      else if (worker.state === 'activated') resolve();
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string;
  };
}

const WORKER = '/avvisi.js';
let policy: ReturnType<ScriptPolicies['createPolicy']> | undefined;

/** Where the browser knows of trusted types our policy asks for one, and this one address is trusted. */
function workerAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: ScriptPolicies };
  policy ??= trustedTypes?.createPolicy('avvisi', { createScriptURL: () => WORKER });
  return policy?.createScriptURL(WORKER) ?? WORKER;
}
