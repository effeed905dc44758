// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from './command.ts';
import { SANDBOX_OPTIONS, sandbox } from './sandbox.ts';

const FIRST_OPTIONS = ['body', 'body-name', 'name', 'email', 'act', 'act-on', 'authority', 'office'];
const ANY_NUMBER = Number.POSITIVE_INFINITY;

/** Every command, in the order of the usage: first what needs only files, then what opens the installation's data. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'policy check',
    takes: 'FILE…',
    does: 'segnala gli errori di una policy, una riga ciascuno; nulla se è in ordine',
    files: [1, ANY_NUMBER],
    run: async ({ files }, streams) => (await import('./policy.ts')).policyCheck(files, streams),
  },
  {
    name: 'policy test',
    takes: 'FILE…',
    does: 'prova gli esempi scritti nella policy e dà i conteggi',
    files: [1, ANY_NUMBER],
    run: async ({ files }, streams) => {
      const [{ policyTest }, { analyse }] = await Promise.all([import('./policy.ts'), import('#triage')]);
      return policyTest(files, analyse, streams);
    },
  },
  {
    name: 'policy coverage',
    takes: '[FILE…] [--json]',
    does: 'dice di ogni punto preso dai testi degli enti dove vale e se è provato',
    files: [0, ANY_NUMBER],
    flags: ['json'],
    run: async (words, streams) => {
      const [{ policyCoverage }, { readLedger }, { onServedPages }, { readRecord }] = await Promise.all([
        import('./policy-coverage.ts'),
        import('./policy-coverage-ledger.ts'),
        import('./policy-coverage-pages.ts'),
        import('./policy-coverage-record.ts'),
      ]);
      const ground = { ledger: readLedger(), record: readRecord(), rendered: onServedPages };
      return policyCoverage({ files: words.files, json: words.flag('json') }, ground, streams);
    },
  },
  {
    name: 'policy print',
    takes: 'FILE',
    does: 'riscrive la policy nella forma canonica',
    files: [1, 1],
    run: async ({ files: [file = ''] }, streams) => (await import('./policy.ts')).policyPrint(file, streams),
  },
  {
    name: 'policy import',
    takes: 'FILE [--json]',
    does: 'scrive una bozza di policy da un documento (testo, HTML, PDF); con --json una riga per punto',
    files: [1, 1],
    flags: ['json'],
    run: async (words, streams) => {
      const [{ policyImport }, { importPolicy }] = await Promise.all([
        import('./policy-import.ts'),
        import('#rulebook'),
      ]);
      return policyImport({ file: words.files[0] ?? '', json: words.flag('json') }, importPolicy, streams);
    },
  },
  {
    name: 'policy diff',
    takes: 'PRIMA DOPO [--json]',
    does: 'dice che cosa cambia fra due policy, e che cosa vuol dire per chi modera',
    files: [2, 2],
    flags: ['json'],
    run: async ({ files, flag }, streams) =>
      (await import('./policy-diff.ts')).policyDiff(files, flag('json'), streams),
  },
  {
    name: 'policy replay',
    takes: '--policy SLUG|FILE [--against SLUG|FILE] [--figures] < interventi.ndjson',
    does: 'rigiudica interventi del passato con due policy e scrive quelli giudicati diversamente',
    options: ['policy', 'against'],
    flags: ['figures'],
    run: async ({ option, flag }, streams) => {
      const { policyReplay } = await import('./policy-replay.ts');
      const request = { policy: option('policy'), against: option('against'), figures: flag('figures') };
      return policyReplay(request, streams);
    },
  },
  {
    name: 'triage',
    takes: '[--policy SLUG|FILE] < interventi.ndjson',
    does: 'dice di ogni intervento che cosa si rileva e, con una policy, che cosa si propone',
    options: ['policy'],
    run: async (words, streams) => (await import('./triage.ts')).triage(words.option('policy'), streams),
  },
  {
    name: 'draft check',
    takes: '[--policy SLUG|FILE] < bozze.ndjson',
    does: 'dice di ogni bozza che cosa la ferma, che cosa va motivato e che cosa si consiglia, e per quale punto',
    options: ['policy'],
    run: async (words, streams) => (await import('./draft-check.ts')).draftCheck(words.option('policy'), streams),
  },
  {
    name: 'networks',
    takes: '[--json]',
    does: 'dice che cosa si può fare su ogni social, e come; con --json una riga per capacità',
    flags: ['json'],
    run: async ({ flag }, streams) => (await import('./networks.ts')).networks(flag('json'), streams),
  },
  {
    name: 'routes',
    takes: '[--json]',
    does: 'dice di ogni percorso del server chi può chiederlo; con --json una riga per percorso',
    flags: ['json'],
    run: async ({ flag }, streams) => (await import('./routes.ts')).routes(flag('json'), streams),
  },
  {
    name: 'audit verify',
    takes: '[--body SLUG]',
    does: 'ripercorre il registro di ogni ente e dice se è integro',
    options: ['body'],
    run: async (words, streams) =>
      (await import('./audit-verify.ts')).auditVerify(words.option('body'), process.env, streams),
  },
  {
    name: 'people first',
    takes:
      '--body SLUG --body-name ENTE --name NOME --email INDIRIZZO --act NUMERO --act-on DATA --authority CHI [--office UFFICIO]',
    does: 'registra un ente e la sua prima persona responsabile, e scrive il collegamento con cui sceglie la password',
    options: FIRST_OPTIONS,
    run: async (words, streams) => (await import('./people-first.ts')).peopleFirst(words, process.env, streams),
  },
  {
    name: 'people unlock',
    takes: '--email INDIRIZZO',
    does: 'toglie il secondo fattore a chi ha perso telefono e codici e lavora per più enti',
    options: ['email'],
    run: async (words, streams) => (await import('./provider.ts')).peopleUnlock(words, process.env, streams),
  },
  {
    name: 'provider set',
    takes:
      '--body SLUG --name NOME --issuer INDIRIZZO --client-id ID --secret-file FILE [--acr VALORE,…] [--amr VALORE,…]',
    does: 'registra il servizio di accesso (OpenID Connect) di un ente, e scrive l’indirizzo di ritorno da dichiarargli',
    options: ['body', 'name', 'issuer', 'client-id', 'secret-file', 'acr', 'amr'],
    run: async (words, streams) => (await import('./provider.ts')).providerSet(words, process.env, streams),
  },
  {
    name: 'provider remove',
    takes: '--body SLUG',
    does: 'toglie il servizio di accesso di un ente: si entra di nuovo con la password',
    options: ['body'],
    run: async (words, streams) => (await import('./provider.ts')).providerRemove(words, process.env, streams),
  },
  {
    name: 'dossier verify',
    takes: 'FILE [--key CHIAVE]',
    does: 'dice se una raccolta delle prove è intatta e che cosa è cambiato; basta il file',
    files: [1, 1],
    options: ['key'],
    run: async ({ files: [file = ''], option }, streams) =>
      (await import('./dossier.ts')).dossierVerify(file, option('key'), streams),
  },
  {
    name: 'dossier key',
    takes: '',
    does: 'scrive la chiave pubblica con cui questa installazione firma le raccolte delle prove, da pubblicare',
    run: async (_words, streams) => (await import('./dossier.ts')).dossierKey(process.env, streams),
  },
  {
    name: 'keys rotate',
    takes: '',
    does: 'aggiunge una chiave e cifra di nuovo con quella i collegamenti degli account',
    run: async (_words, streams) => (await import('./keys.ts')).rotateKeys(process.env, streams),
  },
  {
    name: 'keys',
    takes: '',
    does: 'dice quante cose sono cifrate con ogni chiave, di cui scrive solo il numero',
    run: async (_words, streams) => (await import('./keys.ts')).keys(process.env, streams),
  },
  {
    name: 'sandbox',
    takes: '[--port N] [--state CARTELLA] [--scenario CARTELLA] [--networks NOME,NOME…]',
    does: 'avvia i soli social simulati, finché non si interrompe',
    options: SANDBOX_OPTIONS,
    run: sandbox,
  },
  {
    name: 'schema',
    takes: '[--check]',
    does: 'scrive migrations/schema.sql dalle migrazioni; con --check lo confronta soltanto',
    flags: ['check'],
    run: async (words, streams) => (await import('./schema.ts')).schema(words.flag('check'), streams),
  },
];
