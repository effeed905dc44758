// SPDX-License-Identifier: AGPL-3.0-or-later
declare module 'virtual:icon-sprite' {
  const url: string;
  export default url;
}
