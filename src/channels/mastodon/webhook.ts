// SPDX-License-Identifier: AGPL-3.0-or-later

// Mastodon pushes nothing to an address of ours: Web Push is for people's devices, streaming is a socket that a reader opens,
// and the webhooks of an instance belong to whoever runs it. What is new comes by `pull`.
export {};
