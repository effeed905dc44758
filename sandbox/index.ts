// SPDX-License-Identifier: AGPL-3.0-or-later
export { type NetworkFace, type Sandbox, type SandboxOptions, startSandbox } from './start.ts';
export type { NetworkDefinition } from './town/network.ts';
export type { Scenario } from './town/scenario.ts';
