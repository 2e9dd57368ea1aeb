import type { InteractionRecord, InterestsEdit, InterestView } from '../contract/index.ts';
import type { Fact } from '../domain/fact.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { editInterests, learnFromItem, presentInterests, type Trait } from '../interests/update-interests.ts';
import { shadeOf } from '../language/concepts.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { runTurn } from './run-turn.ts';
import type { Shop } from './shop.ts';
import type { Assistant, Emit, TurnInput, TurnOutcome } from './turn.ts';

/** The assistant of one shop. Holds nothing of any session. */
export class ShopAssistant implements Assistant {
  private readonly shop: Shop;
  private readonly now: () => number;

  constructor(shop: Shop, now: () => number = Date.now) {
    this.shop = shop;
    this.now = now;
  }

  runTurn(input: TurnInput, emit: Emit, signal: AbortSignal): Promise<TurnOutcome> {
    return runTurn(this.shop, input, emit, signal, this.now());
  }

  async recordInteraction(memory: SessionMemory, { kind, itemId }: InteractionRecord): Promise<SessionMemory> {
    if (kind === 'impression') return memory;
    const [indexed] = await this.shop.retriever.items([itemId]);
    if (indexed?.item.kind !== 'product') return memory;
    const { item } = indexed;
    const traits = readTraits(indexed.facts, this.shop.lexicon);
    const interests = learnFromItem(memory.interests, { facets: traits, price: item.price?.amount }, kind, this.now());
    return { ...memory, interests, cart: updateCart(memory.cart, itemId, kind) };
  }

  async editInterests(memory: SessionMemory, edit: InterestsEdit): Promise<SessionMemory> {
    const { key } = this.shop.lexicon.language;
    return { ...memory, interests: editInterests(memory.interests, edit, this.now(), key) };
  }

  presentInterests({ interests }: SessionMemory): InterestView {
    return presentInterests(interests, this.shop.profile.currency);
  }

  catalog(): { name: string; items: number; currency: string } {
    const { name, counts, currency } = this.shop.profile;
    return { name, items: counts.product + counts.video + counts.live, currency };
  }
}

/** What a record states of an item, as a person reads it; the shades under which navy is found for blue are no taste of their own. */
function readTraits(facts: readonly Fact[], { labelOf }: Lexicon): Trait[] {
  return facts
    .filter(({ says, source, value }) => says === 'yes' && source !== 'description' && !value.endsWith(shadeOf('')))
    .map(({ facet, value }) => ({ facet, value: labelOf(facet, value) ?? value, key: value }));
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
