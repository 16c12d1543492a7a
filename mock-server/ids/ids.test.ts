import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { Ids } from './ids.ts';
import { secureRandom, seededRandom } from './random.ts';

describe('IDs', () => {
  test.prop([fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 2, maxLength: 50 }), fc.integer()])(
    'sort by creation, whatever the clock does',
    (times, seed) => {
      let now = 0;
      const ids = new Ids(() => now, seededRandom(seed, 'test'));
      const made = times.map((time) => {
        now = time;
        return ids.next('ctm');
      });
      expect(made.toSorted()).toEqual(made);
      expect(new Set(made).size).toBe(made.length);
      expect(made.every((id) => /^ctm_[a-z\d]{26}$/.test(id))).toBe(true);
    },
  );

  test('sort behind existing ones', () => {
    const ids = new Ids(() => 1000, secureRandom());
    ids.sortBehind('ctm_01m81e29zgd549ezdmsc826bac');
    expect(ids.next('ctm') > 'ctm_01m81e29zgd549ezdmsc826bac').toBe(true);
  });

  test('are not affected by one without a ULID, or with a time that no clock can have', () => {
    const ids = new Ids(() => Date.parse('2026-01-01T00:00:00Z'), secureRandom());
    ids.sortBehind('ctm_zzzzzzzzzzzzzzzzzzzzzzzzzz');
    ids.sortBehind('ctm_7zzzzzzzzzzzzzzzzzzzzzzzzz');
    expect(ids.next('ctm')).toMatch(/^ctm_01k/);
  });

  test.each([
    ['in the first millisecond', 0, '0000000001'],
    ['in the first possible millisecond', 1, '0000000001'],
    ['in a later one', 1000, '00000000z8'],
  ])('sort behind the last one %s, and behind the greatest of several', (_when, now, time) => {
    const ids = new Ids(() => now, secureRandom());
    ids.sortBehind(`ctm_${time}zzzzzzzzzzzzzzzz`);
    ids.sortBehind('ctm_00000000000000000000000000');
    const next = ids.next('ctm');
    expect(next > `ctm_${time}zzzzzzzzzzzzzzzz`).toBe(true);
    expect(ids.next('ctm') > next).toBe(true);
  });

  test('are not pushed behind the end of the year 9999', () => {
    const last = Date.parse('9999-12-31T23:59:59.999Z');
    const ids = new Ids(() => last, secureRandom());
    ids.sortBehind(ids.next('ctm'));
    const next = new Ids(() => last, secureRandom()).next('ctm');
    expect(ids.next('ctm').slice(0, 14)).toBe(next.slice(0, 14));
  });

  test('are drawn from all letters, digits and numbers', () => {
    const ids = new Ids(() => 0, seededRandom(1, 'test'));
    expect(new Set(ids.text(2000)).size).toBe(62);
    const seeds = Array.from({ length: 100 }, () => ids.seed());
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
    expect(Math.max(...seeds)).toBeGreaterThan(2 ** 31);
  });

  test('are drawn at random from the first on', () => {
    expect(secureRandom().next()).toBeGreaterThan(0);
  });

  test('are restored from a state, random letters included', () => {
    const ids = new Ids(() => 0, seededRandom(1, 'test'));
    const make = () => [ids.next('ctm'), ids.text(9), ids.seed()];
    make();
    const { state } = ids;
    const made = make();
    expect(make()).not.toEqual(made);
    ids.goTo(state);
    expect(make()).toEqual(made);
  });

  test('are the same for the same seed, and others for another', () => {
    const make = (seed: number, name: string) => {
      const ids = new Ids(() => 0, seededRandom(seed, name));
      return [ids.next('ctm'), ids.next('add'), ids.text(40)];
    };
    expect(make(1, 'a')).toEqual(make(1, 'a'));
    expect(make(1, 'a')).not.toEqual(make(2, 'a'));
    expect(make(1, 'a')).not.toEqual(make(1, 'b'));
  });
});
