// SPDX-License-Identifier: AGPL-3.0-or-later

// Bluesky pushes nothing to an address of ours: there is no handshake, signature or delivery to parse. What is new comes
// by `pull`; the network's live streams are sockets that a reader opens, not webhooks.
export {};
