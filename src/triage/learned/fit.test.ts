// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calibrate } from './calibration.ts';
import { type Example, type Fitting, fit, logistic } from './fit.ts';
import { bucketsOf, linearOf, opened, stored } from './linear.ts';

const SETTINGS: Fitting = { labels: ['a', 'b'], passes: 30, rate: 4, decay: 0.01, shrink: 0.001, families: 2 };

const WORDS = ['mattino', 'sportello', 'giardino', 'strada', 'ufficio', 'biblioteca', 'piazza', 'parcheggio'];

/** Every second text names the ferry, which is what the first label is about; nothing is known of the second in it. */
const EXAMPLES: readonly Example[] = Array.from({ length: 40 }, (_, index) => {
  const isFerry = index % 2 === 0;
  const words = [WORDS[index % 8], WORDS[(index * 3 + 1) % 8], isFerry ? 'traghetto' : WORDS[(index * 5 + 2) % 8]];
  return { text: words.join(' '), family: String(index % 10), shown: Int8Array.of(isFerry ? 1 : 0, isFerry ? -1 : 0) };
});

const probability = (model: ReturnType<typeof fit>, text: string, label: number): number =>
  logistic(linearOf(model, bucketsOf(text))[label] ?? 0);

describe('fitting', () => {
  it('learns what a label is about, and says it of texts it never saw', () => {
    const model = fit(EXAMPLES, SETTINGS);
    assert.ok(probability(model, 'ieri sul traghetto', 0) > 0.7);
    assert.ok(probability(model, 'ieri in biblioteca', 0) < 0.4);
  });

  it('learns nothing from what is not known', () => {
    const model = fit(EXAMPLES, SETTINGS);
    assert.ok(probability(model, 'ieri sul traghetto', 1) < 0.1);
  });

  it('does not count what only one family has', () => {
    const alone = EXAMPLES.map((example) => ({ ...example, family: 'una' }));
    const model = fit(alone, SETTINGS);
    assert.ok(model.weights.every((weight) => weight === 0));
  });

  it('gives the same model for the same examples', () => {
    assert.deepEqual(stored(fit(EXAMPLES, SETTINGS)), stored(fit(EXAMPLES, SETTINGS)));
  });

  it('corrects what comes from elsewhere, and leaves it alone where it is right', () => {
    const wrong = EXAMPLES.map((example) => ({ ...example, offset: Float64Array.of(-2, 0) }));
    const right = EXAMPLES.map(({ shown, ...example }) => ({
      ...example,
      shown,
      offset: Float64Array.of(shown[0] === 1 ? 6 : -6, 0),
    }));
    const corrected = linearOf(fit(wrong, SETTINGS), bucketsOf('ieri sul traghetto'))[0] ?? 0;
    assert.ok(corrected > 2, String(corrected));
    const left = linearOf(fit(right, SETTINGS), bucketsOf('ieri sul traghetto'))[0] ?? 0;
    assert.ok(Math.abs(left) < 0.5, String(left));
  });
});

describe('a stored model', () => {
  it('is the same when opened again', () => {
    const model = fit(EXAMPLES, SETTINGS);
    const again = opened(JSON.parse(JSON.stringify(stored(model))));
    assert.ok(model.weights.some((weight) => weight < 0) && model.weights.some((weight) => weight > 0));
    assert.deepEqual(again, model);
  });

  it('is refused with weights for other labels', () => {
    const { labels, ...rest } = stored(fit(EXAMPLES, SETTINGS));
    assert.throws(() => opened({ ...rest, labels: [...labels, 'c'] }), /a model of/);
  });
});

describe('calibration', () => {
  it('makes 0.7 mean seven in ten, whatever the line said', () => {
    // At each level the line doubles the odds that the truth has.
    const held = [-2, -1, 0, 1, 2].flatMap((odds) => {
      const shown = Math.round(1000 * logistic(odds));
      return Array.from({ length: 1000 }, (_, index) => ({ odds: 2 * odds + 1, shown: index < shown }));
    });
    const { slope, intercept } = calibrate(held);
    assert.ok(Math.abs(slope - 0.5) < 0.01, String(slope));
    assert.ok(Math.abs(intercept + 0.5) < 0.01, String(intercept));
  });

  it('gives no credit to a line that says the contrary', () => {
    const held = [-1, 1].flatMap((odds) =>
      Array.from({ length: 100 }, (_, index) => ({ odds, shown: odds < 0 ? index < 30 : index < 10 })),
    );
    const { slope, intercept } = calibrate(held);
    assert.equal(slope, 0);
    assert.ok(Math.abs(logistic(intercept) - 0.2) < 0.01);
  });

  it('is never certain from few examples', () => {
    const { slope, intercept } = calibrate([
      { odds: 5, shown: true },
      { odds: -5, shown: false },
    ]);
    assert.ok(logistic(5 * slope + intercept) < 0.8);
  });
});
