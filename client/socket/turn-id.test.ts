import { expect, it } from 'vitest';
import { TurnStart } from '../../server/contract/index.ts';
import { createTurnId } from './turn-id.ts';

it('makes ids that the contract takes, where the page is served over plain http too', () => {
  const getRandomValues: Crypto['getRandomValues'] = (array) => crypto.getRandomValues(array);
  for (const random of [crypto, { getRandomValues }]) {
    const turnId = createTurnId(random);
    expect(TurnStart.safeParse({ turnId, text: 'x' }).success).toBe(true);
  }
});
