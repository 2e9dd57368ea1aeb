/** The page has no outside resources: it can be mailed, attached to a build and opened years later. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f6f6f3; --panel: #fff; --ink: #1d1f23; --dim: #686c75; --line: #e4e4de; --fill: #2f6f62; --fill-soft: #dcebe6;
  --bad: #b3402e; --bad-soft: #f8e4df; --arm: #d08a2e; --track: #eceae4; }
@media (prefers-color-scheme: dark) { :root { --page: #141517; --panel: #1d1f22; --ink: #eceae4; --dim: #9b9fa8; --line: #303338; --fill: #5fb8a3; --fill-soft: #1f3a34;
  --bad: #ef8a76; --bad-soft: #442620; --arm: #e6b566; --track: #2b2e33; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 1060px; margin: 0 auto; padding: 40px 20px 80px; }
h1 { font-size: 26px; letter-spacing: -0.02em; margin: 0; }
h2 { font-size: 20px; letter-spacing: -0.01em; margin: 0; }
h3 { font-size: 13px; text-transform: uppercase; letter-spacing: 0.06em; color: var(--dim); margin: 28px 0 10px; }
p { margin: 6px 0; }
.dim { color: var(--dim); }
.small { font-size: 13px; }
section { background: var(--panel); border: 1px solid var(--line); border-radius: 14px; padding: 26px 28px; margin-top: 24px; }
.head { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: baseline; }
.chip { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: 12px; background: var(--track); color: var(--dim); white-space: nowrap; }
.chip.good { background: var(--fill-soft); color: var(--fill); }
.chip.bad { background: var(--bad-soft); color: var(--bad); }
.overview { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 14px; margin-top: 24px; }
.tile { display: block; background: var(--panel); border: 1px solid var(--line); border-radius: 14px; padding: 16px 18px; color: inherit; text-decoration: none; }
a.tile:hover, a.tile:focus-visible { border-color: var(--fill); }
.tile b { display: block; font-size: 28px; letter-spacing: -0.03em; line-height: 1.3; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 5px 10px; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { font-weight: 500; font-size: 12px; color: var(--dim); }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
tr:last-child td { border-bottom: 0; }
td.chart { width: 340px; padding-right: 0; }
.clear-good { color: var(--fill); font-weight: 600; }
.clear-bad { color: var(--bad); font-weight: 600; }
svg.bar { width: 330px; height: 26px; display: block; }
svg.turns { width: 100%; max-width: 620px; }
svg text { font-size: 11px; fill: var(--dim); }
.track { fill: var(--track); }
.fill { fill: var(--fill); }
.fill.bad { fill: var(--bad); }
.whisker { stroke: var(--ink); stroke-width: 1.4; fill: none; opacity: 0.75; }
.baseline { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 3 2; }
.zero, .grid { stroke: var(--line); stroke-width: 1; }
.arm { fill: var(--arm); stroke: var(--panel); stroke-width: 1.5; }
.line { stroke: var(--fill); stroke-width: 2.5; fill: none; }
.dot { fill: var(--fill); stroke: var(--panel); stroke-width: 2; }
.legend { display: flex; flex-wrap: wrap; gap: 6px 18px; font-size: 12px; color: var(--dim); margin-top: 8px; }
.legend i { display: inline-block; width: 12px; height: 12px; margin-right: 6px; vertical-align: -1px; border-radius: 3px; }
.swatch-fill { background: var(--fill); }
.swatch-arm { background: var(--arm); border-radius: 50%; }
.swatch-baseline { border-left: 2px dashed var(--ink); border-radius: 0; margin-left: 6px; }
.heat { border-radius: 6px; padding: 1px 7px; }
details.failure { border-top: 1px solid var(--line); padding: 9px 0; }
details.failure > summary { cursor: pointer; display: flex; gap: 10px; align-items: baseline; }
details.failure > summary::marker { content: ''; }
details.failure > summary .text { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
details.failure[open] > summary .text { white-space: normal; }
details.failure .body { padding: 8px 0 6px 0; }
ol.cards { margin: 8px 0 0; padding-left: 22px; }
ol.cards li { padding: 2px 0; }
ol.cards li::marker { color: var(--dim); font-size: 12px; }
.broke { color: var(--bad); }
input[type='search'] { width: 100%; max-width: 360px; padding: 7px 12px; border-radius: 9px; border: 1px solid var(--line); background: var(--page); color: inherit; font: inherit; }
@media (max-width: 640px) { main { padding: 24px 12px 60px; } section { padding: 20px 16px; } .chart { display: none; } svg text { font-size: 17px; } }
ul.notes { margin: 8px 0 0; padding-left: 18px; color: var(--dim); font-size: 13px; }
`;

/** Filters the failures of a suite while one types; without scripts all of them are simply there. */
export const SCRIPT = `
for (const input of document.querySelectorAll('input[type=search]')) {
  input.addEventListener('input', () => {
    const wanted = input.value.toLowerCase();
    for (const one of input.closest('section').querySelectorAll('details.failure')) one.hidden = !one.textContent.toLowerCase().includes(wanted);
  });
}
`;
