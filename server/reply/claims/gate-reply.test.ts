import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, itemOf, lexicon, wish } from '../../testing/fixture-shop.ts';
import { formatMoney } from '../describe.ts';
import type { ClaimScene, SceneItem } from './claim-scene.ts';
import { emptyReport, type GateReport, gateReply } from './gate-reply.ts';
import { SentenceHolder } from './sentence-holder.ts';

function sceneItem(id: string): SceneItem {
  const { item } = itemOf(id);
  return { id, title: item.title, facts: factsOf(id), ...(item.kind === 'product' ? { product: item } : {}) };
}

const scene: ClaimScene = {
  shown: ['sofa-linen', 'sofa-navy'].map(sceneItem),
  others: [],
  focus: [],
  total: 2,
  constraints: [wish('category', 'is', 'sofa')],
  fits: () => 'yes',
  cart: {},
  currency: 'USD',
  locale: 'en',
  lexicon,
  formatMoney: (amount) => formatMoney(amount, 'USD'),
};
const template = '2 products fit “sofa”.';

async function* pieces(text: string, length: number, fault?: Error): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
  if (fault) throw fault;
}

async function run(
  text: string,
  {
    length = 5,
    fault,
    signal = new AbortController().signal,
  }: { length?: number; fault?: Error; signal?: AbortSignal } = {},
): Promise<{ said: string; report: GateReport }> {
  const report = emptyReport();
  let said = '';
  for await (const part of gateReply(pieces(text, length, fault), { scene, template }, report, signal)) said += part;
  return { said, report };
}

describe('the claim gate', () => {
  test('lets true sentences through with names and prices from the records', async () => {
    const { said, report } = await run(
      '{{item:sofa-navy}} costs {{price:sofa-navy}}. It is out of stock. {{item:sofa-linen}} is linen.',
    );
    expect(said).toBe('Harbour Sofa costs $480. It is out of stock. Oslo Linen Sofa is linen.');
    expect(report).toMatchObject({ passed: 3, held: [], usedTemplate: false });
  });

  test('says the template where the first sentence is false, and drops later ones', async () => {
    const { said, report } = await run(
      'Harbour Sofa costs $48. Oslo Linen Sofa is leather. {{item:sofa-linen}} is beige.',
    );
    expect(said).toBe(`${template} Oslo Linen Sofa is beige.`);
    expect(report.held.map(({ kind }) => kind)).toEqual(['price', 'attribute']);
  });

  test('does not let "it" lean on a sentence that nobody read', async () => {
    const { said } = await run('Harbour Sofa is velvet. It is out of stock.');
    expect(said).toBe(template);
  });

  test('keeps what has passed when the answer breaks off, and leaves half a sentence unsaid', async () => {
    const { said, report } = await run('Oslo Linen Sofa is linen. It is not', { fault: new Error('cut') });
    expect(said).toBe('Oslo Linen Sofa is linen.');
    expect(report.fault).toBeInstanceOf(Error);
  });

  test.each([
    ['nothing', ''],
    ['only white space', ' \n '],
    ['half a placeholder', '{{item:sofa-li'],
  ])('says the template for an answer of %s', async (_, text) => {
    expect((await run(text)).said).toBe(template);
  });

  test('reads only so much of an answer without end', async () => {
    const { report } = await run('Oslo Linen Sofa is linen. '.repeat(50));
    expect(report.passed).toBe(8);
  });

  test('ends with the reason of the shopper who went on', async () => {
    const gone = new AbortController();
    gone.abort(new Error('newer turn'));
    await expect(run('Oslo Linen Sofa is linen.', { signal: gone.signal })).rejects.toThrow('newer turn');
  });

  test('says the same however the stream is cut into pieces', async () => {
    const text =
      '2 sofas fit. {{item:sofa-linen}} is rated 4.6 out of 5. Harbour Sofa is free. The cheapest of these is {{item:sofa-navy}} at $480.';
    const { said } = await run(text, { length: 1_000 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (length) => {
        expect((await run(text, { length })).said).toBe(said);
      }),
      { numRuns: 20 },
    );
  });

  test('lets nothing through that is drawn at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
        const { report, said } = await run(`Sofa ${text}x zzgrx.`);
        expect(report.passed).toBe(0);
        expect(said).toBe(template);
      }),
      { numRuns: 200 },
    );
  });
});

test('sentences are parted at full stops that end them, not inside numbers and mentions', () => {
  const holder = new SentenceHolder();
  const text = 'Rated 4.5. {{item:a. b}} costs $1.50! Card no. 2 is red? Yes.';
  const sentences = [...text].flatMap((character) => holder.push(character));
  expect([...sentences, holder.end()].map((one) => one?.trim())).toEqual([
    'Rated 4.5.',
    '{{item:a. b}} costs $1.50!',
    'Card no. 2 is red?',
    'Yes.',
  ]);
});
