import { randomUUID } from 'node:crypto';
import type { Card, PartOf, ProductCard, SequencedPart, StateEdit } from '../contract/index.ts';
import { TestClient } from '../socket/testing/test-client.ts';

/** One turn as a shopper's screen has it in the end. */
export interface SeenTurn {
  turnId: string;
  parts: SequencedPart[];
  cards: Card[];
  products: ProductCard[];
  understanding: PartOf<'understanding'> | undefined;
  row: PartOf<'cards'> | undefined;
  text: string;
  end: PartOf<'turn-end'> | undefined;
  error: PartOf<'error'> | undefined;
}

/** A client that talks: each message waits for the end of its turn. */
export class Shopper {
  readonly client: TestClient;

  constructor(client: TestClient) {
    this.client = client;
  }

  static async visit(url: string, auth: { session?: string; lastSeq?: number } = {}): Promise<Shopper> {
    return new Shopper(await new TestClient(url, auth).connected());
  }

  say = (text: string): Promise<SeenTurn> => this.turn({ text });
  edit = (edit: StateEdit): Promise<SeenTurn> => this.turn({ edit });
  close = (): void => this.client.close();

  async start(turn: { text?: string; edit?: StateEdit; limit?: number }): Promise<string> {
    const turnId = randomUUID();
    const answer = await this.client.send('turn:start', { turnId, ...turn });
    if (!answer.ok) throw new Error(`refused: ${answer.error?.code} ${answer.error?.message}`);
    return turnId;
  }

  async turn(turn: { text?: string; edit?: StateEdit; limit?: number }): Promise<SeenTurn> {
    const turnId = await this.start(turn);
    return seeTurn(turnId, await this.client.receiver.untilEnded(turnId));
  }
}

/** After a restart a turn begins again with `turn-start`: only what came after the last one counts. */
export function seeTurn(turnId: string, all: SequencedPart[]): SeenTurn {
  const parts = all.slice(all.map(({ part }) => part.type).lastIndexOf('turn-start'));
  const lastOf = <Type extends SequencedPart['part']['type']>(type: Type): PartOf<Type> | undefined =>
    parts.map(({ part }) => part).findLast((part): part is PartOf<Type> => part.type === type);
  const row = lastOf('cards');
  const cards = row?.cards ?? [];
  const deltas = parts.flatMap(({ part }) => (part.type === 'text-delta' ? [part.delta] : []));
  return {
    turnId,
    parts,
    cards,
    products: cards.filter((card) => card.kind === 'product'),
    understanding: lastOf('understanding'),
    row,
    text: deltas.join(''),
    end: lastOf('turn-end'),
    error: lastOf('error'),
  };
}
