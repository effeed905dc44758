// SPDX-License-Identifier: AGPL-3.0-or-later

// What shows a notice when the desk is closed: it hears of nothing else, keeps nothing, and answers no request of a page.
// What it is told is made in src/moderation/turns/push/notice.ts.

const UNREAD = { title: 'Un intervento non può aspettare', text: 'Apri il banco.', path: '/banco', tag: 'urgenze' };

/** Only what the desk itself says, and only a page of the desk. */
function told(data) {
  try {
    const { title, text, path, tag } = data.json();
    const isWhole = [title, text, path, tag].every((word) => typeof word === 'string');
    return isWhole && path.startsWith('/banco/') ? { title, text, path, tag } : UNREAD;
  } catch {
    return UNREAD;
  }
}

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('push', (event) => {
  const { title, text, path, tag } = told(event.data);
  const shown = { body: text, tag, renotify: true, requireInteraction: true, lang: 'it', icon: '/favicon.svg' };
  event.waitUntil(self.registration.showNotification(title, { ...shown, data: { path } }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(goTo(new URL(event.notification.data.path, self.location.origin)));
});

/** A window that shows the page already comes to the front; no other is taken away from where somebody is writing. */
async function goTo(page) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find(({ url }) => new URL(url).pathname === page.pathname);
  return there === undefined ? self.clients.openWindow(page.href) : there.focus();
}
