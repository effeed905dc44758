// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticedIn } from './analyse.ts';
import { analyse } from './index.ts';
import { hasRightCin, isCardNumber, isIban } from './personal-data/bank.ts';
import { isCodiceFiscale } from './personal-data/codice-fiscale.ts';
import { isPartitaIva } from './personal-data/partita-iva.ts';
import { read } from './reading.ts';

/** Invented: the check letter and digits are computed, the persons do not exist. */
const CODE = 'XYZWKQ85T10A562S';
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const withCheck = (body: string): string => {
  const value = (character: string) => (character < 'A' ? Number(character) : character.charCodeAt(0) - 65);
  const sum = [...body].reduce(
    (total, character, at) => total + (at % 2 === 0 ? (ODD[value(character)] ?? 0) : value(character)),
    0,
  );
  return body + String.fromCharCode(65 + (sum % 26));
};
const GOOD = withCheck(CODE.slice(0, 15));

/** As the rules say it, before the whole is asked. */
const found = (text: string, ownContacts: readonly string[] = []) =>
  noticedIn(read(text), { ownContacts })
    .filter((signal) => signal.category === 'personal-data')
    .map((signal) => [signal.source, text.slice(...(signal.spans[0] ?? [0, 0])), signal.strength] as const);
const certain = (text: string, ownContacts: readonly string[] = []) =>
  found(text, ownContacts)
    .filter(([, , strength]) => strength >= 0.5)
    .map(([source, written]) => [source, written]);

test('a codice fiscale counts when its check letter holds, in any case and with omocodia', () => {
  assert.deepEqual(found(`😡 il suo codice è ${GOOD}.`), [['codice-fiscale', GOOD, 1]]);
  assert.deepEqual(certain(GOOD.toLowerCase()), [['codice-fiscale', GOOD.toLowerCase()]]);
  const omocodia = withCheck('XYZWKQURTMLARSN');
  assert.ok(isCodiceFiscale(omocodia));
  assert.deepEqual(certain(`CF ${omocodia}`), [['codice-fiscale', omocodia]]);
});

test('every wrong check letter is told from the right one', () => {
  for (let letter = 65; letter < 91; letter++) {
    const code = GOOD.slice(0, 15) + String.fromCharCode(letter);
    assert.equal(isCodiceFiscale(code), code === GOOD);
  }
  const wrong = GOOD.slice(0, 15) + (GOOD.endsWith('A') ? 'B' : 'A');
  const [signal] = found(`codice ${wrong}`);
  assert.ok(signal !== undefined && signal[2] < 0.6);
});

const CONTROL = (bban: string): string => {
  const digits = `${bban}IT00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return String(98 - Number(BigInt(digits) % 97n)).padStart(2, '0');
};

test('an IBAN counts when mod 97 and length hold', () => {
  const bban = 'X0542811101000000999999';
  const good = `IT${CONTROL(bban)}${bban}`;
  assert.ok(isIban(good));
  assert.deepEqual(certain(`il mio conto ${good} grazie`), [['iban', good]]);
  const spaced = good.replace(/(.{4})/g, '$1 ').trim();
  assert.deepEqual(certain(`conto ${spaced} intestato a me`), [['iban', spaced]]);
  assert.ok(!isIban(good.replace('999999', '999998')));
  const wrong = good.replace('999999', '999998');
  assert.deepEqual(found(`conto ${wrong}`), [['iban', wrong, 0.6]]);
});

test('the Italian control letter inside an IBAN is looked at too', () => {
  const right = `IT${CONTROL('X0542811101000000123456')}X0542811101000000123456`;
  const wrong = `IT${CONTROL('Y0542811101000000123456')}Y0542811101000000123456`;
  assert.ok(isIban(right) && isIban(wrong));
  assert.ok(hasRightCin(right) && !hasRightCin(wrong));
  assert.deepEqual(found(`conto ${right}`), [['iban', right, 1]]);
  assert.deepEqual(found(`conto ${wrong}`), [['iban', wrong, 0.9]]);
});

test('payment cards count when Luhn holds', () => {
  assert.ok(isCardNumber('4111111111111111'));
  assert.deepEqual(certain('carta 4111 1111 1111 1111'), [['carta-di-pagamento', '4111 1111 1111 1111']]);
  assert.deepEqual(certain('carta 4111 1111 1111 1112'), []);
});

const PHONES = [
  '333 1234567',
  '3331234567',
  '+39 333 123 4567',
  '333.123.4567',
  '333-1234567',
  '02 1234 5678',
  '06-12345678',
  '0376 123456',
  '+39 02 12345678',
  '051/1234567',
];
for (const number of PHONES)
  test(`${number} is a telephone number`, () => {
    assert.deepEqual(certain(`😡 chiamatela al ${number}!`), [['telefono', number]]);
  });

const NOT_DATA = [
  'numero verde 800 123456',
  'chiamate il 112 o il 118',
  'il numero 1500 non risponde',
  'prot. n. 0123456/2024',
  'protocollo 0312345678',
  'dal 02/05/2021 14:49 ad oggi',
  '12/03/2024 e 13/03/2024',
  'costa 3.500.000 euro',
  'pagato € 333 1234567 no',
  'legge 104 del 1992, art. 33 comma 3',
  'ho atteso 3 ore, 20 minuti e 15 secondi',
  'via i soldi, 3 volte',
  'tutti in via di guarigione',
  'CAP 20100 Milano',
  'la pratica 3331234567 è ferma',
  'via web 24 ore su 24',
];
for (const text of NOT_DATA)
  test(`no datum of a person in «${text}»`, () => {
    assert.deepEqual(certain(text), []);
  });

test('e-mail addresses, but not mentions', () => {
  assert.deepEqual(certain('scrivete a pinco.pallo99@esempio.it.'), [['e-mail', 'pinco.pallo99@esempio.it']]);
  assert.deepEqual(certain('@pincopallo guarda qui'), []);
});

test('addresses with a house number weigh more when someone lives there', () => {
  assert.deepEqual(certain('abita in via dei Tigli 12'), [['indirizzo', 'via dei Tigli 12']]);
  assert.deepEqual(found('lo sportello di via dei Tigli 12')[0]?.[2], 0.4);
});

test('plates', () => {
  assert.deepEqual(certain('la macchina targata ZZ 123 ZZ'), [['targa', 'ZZ 123 ZZ']]);
  assert.deepEqual(certain('siamo in 300 in fila'), []);
});

test('the body’s own contacts reveal nobody', () => {
  const own = ['02 1234 5678', 'urp@esempio.it'];
  assert.deepEqual(certain('Mi chiami: 0212345678 o scriva a URP@esempio.it', own), []);
  assert.equal(certain('Mi chiami: 0212345678', []).length, 1);
});

test('the reason names the kind and never repeats the datum', () => {
  const text = `${GOOD} 4111 1111 1111 1111 targa ZZ 123 ZZ chiamate 333 1234567`;
  const signals = analyse(text).filter(({ category }) => category === 'personal-data');
  assert.equal(signals.length, 4);
  for (const { reason, spans } of signals) {
    assert.doesNotMatch(reason, /\d/);
    assert.ok(!reason.includes(text.slice(...(spans[0] ?? [0, 0]))));
  }
});

test('a partita IVA counts when its last digit is right, or when it is called so', () => {
  assert.ok(isPartitaIva('99135070805'));
  assert.ok(!isPartitaIva('99135070806'));
  assert.deepEqual(certain('partita IVA 99135070805'), [['partita-iva', '99135070805']]);
  assert.deepEqual(found('p.iva 99135070806')[0]?.[2], 0.5);
  assert.deepEqual(certain('il codice 99135070806 è sbagliato'), []);
});

const SPOKEN = [
  'tre quattro sette uno due tre quattro cinque sei sette',
  'trequattrotto zero zero zero cinque cinque nove uno',
  'tre tre otto, triplo zero, quarantuno ventidue',
  '3 quattro 7 zero00 settanta 31',
];
for (const number of SPOKEN)
  test(`«${number}» is a telephone number said in words`, () => {
    assert.deepEqual(certain(`fai ${number}!`), [['telefono', number]]);
  });

test('counting is no telephone number', () => {
  assert.deepEqual(certain('uno, due, tre, quattro, cinque e sei: sei mesi e tre giorni'), []);
});

test('mail spelt out to slip past a filter', () => {
  for (const address of [
    'tizio punto caio chiocciola esempio punto it',
    'tizio.caio (at) esempio.it',
    'tizio[at]esempio[dot]org',
  ])
    assert.deepEqual(certain(`scrivi a ${address} subito`), [['e-mail', address]]);
  assert.deepEqual(certain('il numero con la chiocciola sopra, ci vediamo at home'), []);
});

test('several data in a row are several signals', () => {
  const text = '333 1234567, 339 1234567 - 347 1234567 / 348 1234567; tizio@esempio.it';
  assert.equal(certain(text).length, 5);
});

test('dates of birth, where something says that they are', () => {
  assert.deepEqual(certain('è nata il 12/03/1961 qui'), [['data-di-nascita', 'nata il 12/03/1961']]);
  assert.deepEqual(certain('chiuso dal 12/03/1961 in poi'), []);
  assert.deepEqual(certain('l’ospedale è nato il 12/03/1961'), []);
});

test('papers of a person, and acts that anybody may cite', () => {
  assert.deepEqual(certain('carta d’identità AX0000118 persa'), [['documento', 'AX0000118']]);
  assert.deepEqual(certain('la mia pratica n. 2025/INV/0417'), [['numero-di-pratica', '2025/INV/0417']]);
  assert.deepEqual(certain('delibera n. 88 del 2022, prot. 0003345'), []);
});
