import { expect, it } from 'vitest';
import { emptyMarks } from '../state/marks.ts';
import { createSessionMemory } from './session-memory.ts';

function storageWith(entries: Record<string, string>): Storage {
  const map = new Map(Object.entries(entries));
  return {
    length: map.size,
    clear: () => map.clear(),
    key: () => null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

it('keeps and forgets the session', () => {
  const memory = createSessionMemory(storageWith({}));
  memory.keepToken('t');
  memory.keepMarks({ ...emptyMarks(), opinions: { a: 'like' } });
  expect(memory.token()).toBe('t');
  expect(memory.marks().opinions).toEqual({ a: 'like' });
  memory.forget();
  expect(memory.token()).toBeUndefined();
  expect(memory.marks()).toEqual(emptyMarks());
});

it('works without memory where storage is blocked or was edited by hand', () => {
  const blocked: Storage = {
    ...storageWith({}),
    getItem: () => {
      throw new Error('blocked');
    },
  };
  expect(createSessionMemory(blocked).token()).toBeUndefined();
  expect(createSessionMemory(undefined).marks()).toEqual(emptyMarks());
  expect(createSessionMemory(storageWith({ 'aisle.marks': '{"cart":7}' })).marks().cart).toEqual([]);
});
