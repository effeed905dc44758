// SPDX-License-Identifier: AGPL-3.0-or-later
export { STORIES } from './stories.ts';
