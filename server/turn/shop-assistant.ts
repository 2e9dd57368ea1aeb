import type { InteractionRecord, InterestsEdit, InterestView, TurnPart } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { editInterests, learnFromItem, presentInterests } from '../interests/update-interests.ts';
import { runTurn } from './run-turn.ts';
import type { Shop } from './shop.ts';
import type { Assistant, TurnInput, TurnOutcome } from './turn.ts';

/** The assistant of one shop. Holds nothing of any session. */
export class ShopAssistant implements Assistant {
  private readonly shop: Shop;
  private readonly now: () => number;

  constructor(shop: Shop, now: () => number = Date.now) {
    this.shop = shop;
    this.now = now;
  }

  runTurn(input: TurnInput, emit: (part: TurnPart) => void, signal: AbortSignal): Promise<TurnOutcome> {
    return runTurn(this.shop, input, emit, signal, this.now());
  }

  async recordInteraction(memory: SessionMemory, { kind, itemId }: InteractionRecord): Promise<SessionMemory> {
    if (kind === 'impression') return memory;
    const [indexed] = await this.shop.retriever.items([itemId]);
    if (indexed?.item.kind !== 'product') return memory;
    const { item } = indexed;
    const facets = indexed.facts.filter(({ says, source }) => says === 'yes' && source !== 'description');
    const interests = learnFromItem(memory.interests, { facets, price: item.price?.amount }, kind, this.now());
    return { ...memory, interests, cart: updateCart(memory.cart, itemId, kind) };
  }

  async editInterests(memory: SessionMemory, edit: InterestsEdit): Promise<SessionMemory> {
    return { ...memory, interests: editInterests(memory.interests, edit, this.now()) };
  }

  presentInterests({ interests }: SessionMemory): InterestView {
    return presentInterests(interests, this.shop.profile.currency);
  }

  catalog(): { name: string; items: number; currency: string } {
    const { name, counts, currency } = this.shop.profile;
    return { name, items: counts.product + counts.video + counts.live, currency };
  }
}

function updateCart(
  cart: Record<string, number>,
  itemId: string,
  kind: InteractionRecord['kind'],
): Record<string, number> {
  if (kind === 'cart-add') return { ...cart, [itemId]: (cart[itemId] ?? 0) + 1 };
  if (kind !== 'cart-remove') return cart;
  const { [itemId]: count = 0, ...others } = cart;
  return count > 1 ? { ...others, [itemId]: count - 1 } : others;
}
