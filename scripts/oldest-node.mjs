// SPDX-License-Identifier: AGPL-3.0-or-later
// First import of every entry file: the machine's own Node may be too old even for the rest of the files that start things.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Portavoce: serve Node.js 20 o successivo, questo è il ${process.versions.node}.`);
  console.error('Installare una versione recente da https://nodejs.org e ripetere il comando.');
  process.exit(2);
}
