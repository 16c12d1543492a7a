import fc, { type Arbitrary } from 'fast-check';
import { expect } from '../../law/expect.ts';
import type { Moves } from '../../lifecycles/commands.ts';
import { badRequest, dataIn, notFound, refused } from '../../lifecycles/expectations.ts';
import { anyOne, type Move, pick, replace, type Walk } from '../../lifecycles/move.ts';
import type { Answer } from '../../targets/account.ts';
import type { Target } from '../../targets/target.ts';
import { unknownId } from '../arrange.ts';
import { walk } from '../walk.ts';
import { notificationSettingCreate, notificationSettingUpdate } from './arbitrary.ts';
import { refusalsOf, type Setting, type State, settingOf, sorted, withUpdate } from './model.ts';

/** URLs, few enough that some are used twice, but more than may be active, and an invalid one. */
const urls = [...Array.from({ length: 14 }, (_, nth) => `https://hooks.example.com/${nth}`), 'nowhere'];
const url = fc.constantFrom(...urls);
const emails = fc.constantFrom('ada@example.com', 'bob@example.com', 'https://example.com/');
const place = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('url' as const), destination: url }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('email' as const), destination: emails }) },
);

const get: Arbitrary<Move<State>> = anyOne.map((which) => ({
  text: `getNotificationSetting(${which})`,
  plan(known) {
    const id = pick(known.settings, which)?.id ?? unknownId('ntfset');
    return {
      send: (account) => account.send('getNotificationSetting', { path: pathTo(id) }),
      next(state, answer) {
        const setting = state.settings.find((one) => one.id === id);
        if (!setting) return refused(state, answer, notFound);
        expectSetting(answer, 200, setting);
        return state;
      },
    };
  },
}));

/** Deletes a destination; a second deletion finds none. */
const remove: Arbitrary<Move<State>> = anyOne.map((which) => ({
  text: `deleteNotificationSetting(${which})`,
  plan(known) {
    const id = pick(known.settings, which)?.id;
    if (id === undefined) return null;
    return {
      send: (account) => account.send('deleteNotificationSetting', { path: pathTo(id) }),
      next(state, answer) {
        if (!state.settings.some((one) => one.id === id)) return refused(state, answer, notFound);
        expect(answer).toMatchObject({ status: 204, body: undefined });
        return { ...state, settings: state.settings.filter((one) => one.id !== id) };
      },
    };
  },
}));

/** Invalid bodies. */
const illegal: Arbitrary<Move<State>> = fc
  .tuple(anyOne, fc.constantFrom({ description: '' }, { subscribed_events: ['customer.deleted'] }, { active: 'yes' }))
  .map(([which, body]) => ({
    text: `updateNotificationSetting(${which}, ${JSON.stringify(body)})`,
    plan(known) {
      const id = pick(known.settings, which)?.id;
      if (id === undefined) return null;
      return {
        send: (account) => account.send('updateNotificationSetting', { path: pathTo(id), body }),
        // For an unknown destination, either error may come first.
        next: (state, answer) =>
          refused(state, answer, badRequest, ...(state.settings.some((one) => one.id === id) ? [] : [notFound])),
      };
    },
  }));

const asked = fc.record(
  { active: fc.constantFrom('true', 'false'), traffic_source: fc.constantFrom('platform', 'simulation', 'all') },
  { requiredKeys: [] },
);

const list: Arbitrary<Walk<State>> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), asked)
  .map(([per_page, isAscending, filters]) => ({
    text: `listNotificationSettings(${per_page}, ${isAscending}, ${JSON.stringify(filters)})`,
    plan: () => {
      const query = { per_page, order_by: `id[${isAscending ? 'ASC' : 'DESC'}]`, ...filters };
      return {
        read: async (account) =>
          (await walk((start) => account.call('listNotificationSettings', { query: { ...query, ...start } }))).map(
            sorted,
          ),
        listed: ({ settings }) =>
          settings
            .filter(({ active }) => (filters.active ?? `${active}`) === `${active}`)
            .filter(({ traffic_source }) => (filters.traffic_source ?? traffic_source) === traffic_source)
            .map(sorted),
        isAscending,
      };
    },
  }));

const pathTo = (notification_setting_id: string) => ({ notification_setting_id });
const byId = (one: Setting, other: Setting) => (one.id < other.id ? -1 : 1);

function expectSetting(answer: Answer, status: number, setting: Setting): void {
  const { subscribed_events, ...rest } = settingIn(answer);
  const found = { ...rest, subscribed_events: subscribed_events.map((type) => type) };
  expect({ status: answer.status, setting: sorted(found) }).toEqual({ status, setting: sorted(setting) });
}

/** Returns the destination in a response, which the checks have validated; empty for an error. */
function settingIn({ body }: Answer): Setting {
  const nothing = { id: '', type: '', destination: '', active: false, traffic_source: '', endpoint_secret_key: '' };
  const data = dataIn(body);
  return { ...nothing, subscribed_events: [], ...(typeof data === 'object' ? data : {}) };
}

/** Returns the moves of destinations. */
export function settingMoves({ behaviours, contract }: Target): Moves<State> {
  const create: Arbitrary<Move<State>> = fc
    .tuple(notificationSettingCreate(behaviours, contract), place)
    .map(([fields, where]) => {
      const body = { ...fields, ...where };
      return {
        text: `createNotificationSetting(${JSON.stringify(body)})`,
        plan: () => ({
          send: (account) => account.send('createNotificationSetting', { body }),
          next(state, answer) {
            const expected = settingOf(state, body);
            const refusals = refusalsOf(state, expected, null);
            if (refusals.length > 0) return refused(state, answer, ...refusals);
            const { id, endpoint_secret_key } = settingIn(answer);
            const setting = { endpoint_secret_key, ...expected, id };
            expectSetting(answer, 201, setting);
            return { ...state, settings: [...state.settings, setting].toSorted(byId) };
          },
        }),
      };
    });

  const update: Arbitrary<Move<State>> = fc
    .tuple(anyOne, notificationSettingUpdate(behaviours, contract), fc.option(url, { nil: undefined }))
    .map(([which, { destination: _, ...fields }, destination]) => {
      const body = { ...fields, ...(destination && { destination }) };
      return {
        text: `updateNotificationSetting(${which}, ${JSON.stringify(body)})`,
        plan(known) {
          const id = pick(known.settings, which)?.id;
          if (id === undefined) return null;
          return {
            send: (account) => account.send('updateNotificationSetting', { path: pathTo(id), body }),
            next(state, answer) {
              const before = state.settings.find((one) => one.id === id);
              if (!before) return refused(state, answer, notFound);
              const after = withUpdate(state, before, body);
              const refusals = refusalsOf(state, after, before);
              if (refusals.length > 0) return refused(state, answer, ...refusals);
              expectSetting(answer, 200, after);
              return { ...state, settings: replace(state.settings, after) };
            },
          };
        },
      };
    });

  return { moves: [create, update, get, remove, illegal], contended: [create, update, remove], walks: [list] };
}
