import type { CardView, Failure } from '../../kinds/outcome.ts';
import type { SuiteReport } from '../../run/suite-report.ts';
import { html, type Markup } from './markup.ts';

/** More would make the page slow to open; the JSON has all of them. */
const MOST_FAILURES = 400;

export function renderFailures(suite: SuiteReport): Markup {
  const shown = suite.failures.slice(0, MOST_FAILURES);
  const rest = suite.failures.length - shown.length;
  return html`<h3>Failures (${suite.failures.length})</h3>
<input type="search" placeholder="Filter by words, tag or reason" aria-label="Filter failures">
${shown.map(renderFailure)}
${rest > 0 && html`<p class="dim small">${rest} more are in the JSON report.</p>`}`;
}

const renderFailure = (
  failure: Failure,
): Markup => html`<details class="failure"><summary><span class="chip bad">${failure.caseId}${failure.turn === undefined ? '' : ` · ${failure.turn}`}</span>
<span class="text">${lastTurn(failure.text)}</span><span class="dim small">${failure.reasons[0] ?? ''}</span></summary>
<div class="body small">
${failure.text.includes(' → ') && html`<p class="dim">${failure.text}</p>`}
${failure.reasons.slice(1).map((reason) => html`<p>${reason}</p>`)}
${failure.constraints.length > 0 && html`<p>understood: ${failure.constraints.map((one) => html`<span class="chip">${one}</span> `)}</p>`}
${failure.cards.length > 0 && html`<ol class="cards">${failure.cards.map(renderCard)}</ol>`}
${failure.tags.length > 0 && html`<p>${failure.tags.map((tag) => html`<span class="chip">${tag}</span> `)}</p>`}
</div></details>`;

const renderCard = (
  card: CardView,
): Markup => html`<li>${card.title} <span class="dim">${card.price ?? ''} ${card.id}</span>
${card.broke.length > 0 && html`<br><span class="broke">✗ ${card.broke.join('; ')}</span>`}</li>`;

const lastTurn = (text: string): string => text.split(' → ').at(-1) ?? text;
