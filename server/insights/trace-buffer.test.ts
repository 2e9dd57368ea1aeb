import { expect, it } from 'vitest';
import { TraceBuffer } from './trace-buffer.ts';

const turn = (turnId: string, sessionId = 's') => ({ sessionId, turnId });

it('holds the last turns and lets the oldest go', () => {
  const buffer = new TraceBuffer(2);
  const [first, second] = [buffer.open(turn('1')), buffer.open(turn('2'))];
  expect([buffer.find(turn('1')), buffer.find(turn('2'))]).toEqual([first, second]);
  buffer.open(turn('3'));
  expect([buffer.find(turn('1')), buffer.find(turn('2'))?.searches]).toEqual([undefined, []]);
  expect(buffer.find(turn('2', 'another session'))).toBeUndefined();
});

it('begins anew for a turn that runs again, which then counts as young', () => {
  const buffer = new TraceBuffer(2);
  const old = buffer.open(turn('1'));
  buffer.open(turn('2'));
  const again = buffer.open(turn('1'));
  buffer.open(turn('3'));
  expect(buffer.find(turn('1'))).toBe(again);
  expect(again).not.toBe(old);
  expect(buffer.find(turn('2'))).toBeUndefined();
});
