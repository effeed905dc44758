// SPDX-License-Identifier: AGPL-3.0-or-later
export type { StaffPorts } from './conduct.ts';
export { staffRoutes } from './routes.ts';
