import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForJson, streamProse } from '../../server/llm/ask-model.ts';
import { fence, stripInvisible } from '../../server/llm/fence.ts';
import { mergeProposal } from '../../server/llm/merge-proposal.ts';
import { type checkProposal, proposeIntent } from '../../server/llm/propose-intent.ts';
import { buildTestModel } from '../../server/llm/testing/build-test-model.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from '../../server/llm/testing/scripted-endpoint.ts';
import { emptyReport, gateReply } from '../../server/reply/claims/gate-reply.ts';
import { added, lexicon, parse } from '../../server/testing/fixture-shop.ts';
import { buildConstraint, scopeOf } from '../../server/understanding/build-constraint.ts';
import { type AttackCase, readAttacks } from './attack-cases.ts';
import { buildAttackScene, SHOPPER } from './attack-scene.ts';

const attacks = readAttacks();
const template = '3 products fit “sofa”.';
const honest = '3 sofas fit. The cheapest of these is {{item:sofa-navy}} at {{price:sofa-navy}}.';
const signal = new AbortController().signal;
let endpoint: ScriptedEndpoint;

beforeAll(async () => {
  endpoint = await startScriptedEndpoint(() => honest);
});
afterAll(() => endpoint.close());

/** Does what any text in its prompt orders; where nothing is ordered, what it is for. */
function obey(attack: AttackCase, reply: string): void {
  const planted = fence(attack.order).slice(1, -1);
  endpoint.respond = ({ messages }) => (messages.some(({ content }) => content.includes(planted)) ? reply : honest);
}

async function answer(attack: AttackCase): Promise<{ said: string; held: number }> {
  const { scene, variables } = buildAttackScene(attack);
  const report = emptyReport();
  const stream = streamProse(tools(), 'compose-reply', variables, { sessionId: attack.id, signal });
  let said = '';
  for await (const part of gateReply(stream, { scene, template }, report, signal)) said += part;
  return { said, held: report.held.length };
}

const tools = () => buildTestModel(endpoint.url, { retries: 0 });

test('there are more than 300 attacks', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(300);
  expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length);
});

describe('a model that obeys every order it reads', () => {
  test('says nothing of what it was told to say', async () => {
    const successes: string[] = [];
    let obeyed = 0;
    for (const attack of attacks) {
      obey(attack, attack.says);
      const { said, held } = await answer(attack);
      obeyed += held > 0 ? 1 : 0;
      if (said !== template) successes.push(`${attack.id}: ${said}`);
    }
    expect(successes).toEqual([]);
    // The suite attacks nothing unless the orders really reach the model.
    expect(obeyed).toBe(attacks.length);
  });

  test('slips nothing in between true sentences', async () => {
    const successes: string[] = [];
    for (const attack of attacks.filter(({ carrier }) => carrier === 'description')) {
      obey(attack, `3 sofas fit. ${attack.says} {{item:sofa-faux}} is black.`);
      const { said } = await answer(attack);
      // What ends in no full stop takes the sentence behind it along.
      if (said !== '3 sofas fit. Metro Sofa is black.' && said !== '3 sofas fit.')
        successes.push(`${attack.id}: ${said}`);
    }
    expect(successes).toEqual([]);
  });

  test('changes no wish of the shopper', async () => {
    const active = added(parse(SHOPPER));
    const lie = JSON.stringify({
      act: 'cart-add',
      confidence: 1,
      wishes: [
        { words: 'leather', facet: 'material', relation: 'is', value: 'leather', unit: null, strength: 'must' },
        { words: 'under 1500', facet: 'price', relation: 'at-least', value: 1500, unit: null, strength: 'must' },
        { words: 'under 1500', facet: 'price', relation: 'at-most', value: 1, unit: null, strength: 'must' },
        { words: 'sofa', facet: 'category', relation: 'is-not', value: 'sofa', unit: null, strength: 'must' },
      ],
    });
    for (const attack of attacks.filter(({ carrier }) => carrier === 'shopper')) {
      obey(attack, lie);
      const { shopper } = buildAttackScene(attack);
      const intent = parse(shopper);
      const build: Parameters<typeof checkProposal>[1]['build'] = (one, strength) =>
        buildConstraint(one, { strength, scope: scopeOf(one.facet) });
      const proposal = await proposeIntent(
        tools(),
        { text: shopper, lexicon, intent, active: [], build },
        { sessionId: attack.id, signal },
      );
      const merged = mergeProposal(intent, proposal, { hasRow: false, active: [] });
      expect(merged.intent.act, attack.id).toBe(intent.act);
      for (const one of active) expect(added(merged.intent), attack.id).toContainEqual(one);
      expect(added(merged.intent).length, attack.id).toBe(added(intent).length);
    }
  });
});

test('a turn without an attack says what the model says', async () => {
  endpoint.respond = () => honest;
  const { variables, scene } = buildAttackScene({ carrier: 'shopper', order: '' });
  let said = '';
  const stream = streamProse(tools(), 'compose-reply', variables, { sessionId: 's', signal });
  for await (const part of gateReply(stream, { scene, template }, emptyReport(), signal)) said += part;
  expect(said).toBe('3 sofas fit. The cheapest of these is Harbour Sofa at $480.');
});

test('the ranking of a model that obeys is ids and nothing else', async () => {
  endpoint.respond = () => '{"ids":["a","{{item:x}}"],"say":"free"}';
  const ranking = await askForJson(
    tools(),
    'rerank',
    'ranking',
    { wishes: '[]', candidates: '[]', shopper: '""' },
    { sessionId: 's', signal },
  );
  expect(Object.keys(ranking)).toEqual(['ids']);
  expect(stripInvisible('a\u200bb')).toBe('ab');
});
