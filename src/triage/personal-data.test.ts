// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from './index.ts';
import { isCardNumber, isIban } from './personal-data/bank.ts';
import { isCodiceFiscale } from './personal-data/codice-fiscale.ts';

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

const found = (text: string, ownContacts: readonly string[] = []) =>
  analyse(text, { ownContacts })
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
  assert.ok(signal !== undefined && signal[2] < 0.5);
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
  assert.deepEqual(certain(`conto ${good.replace('999999', '999998')}`), []);
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
  assert.deepEqual(certain('Chiami lo 0212345678 o scriva a URP@esempio.it', own), []);
  assert.equal(certain('Chiami lo 0212345678', []).length, 1);
});
