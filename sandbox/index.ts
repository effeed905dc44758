// SPDX-License-Identifier: AGPL-3.0-or-later
export type { Scenario } from './scenario.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './start.ts';
