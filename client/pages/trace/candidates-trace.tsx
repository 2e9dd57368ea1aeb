import type { TracedCandidate, TracedSearch } from '../../../server/contract/trace.ts';
import { DataTable } from '../data-table.tsx';
import { usePage } from '../page-context.tsx';

/** Every candidate with its three scores and what each feature gave to the first. */
export function CandidatesTrace({ search: { candidates, weights } }: { search: TracedSearch }) {
  const { words, format } = usePage();
  // A stage that did not score, and a feature that nobody has, would be columns of nothing.
  const stages = (['recall', 'firstStage', 'finalStage'] as const).filter((stage) =>
    candidates.some((candidate) => candidate[stage] !== undefined),
  );
  const features = [...new Set(candidates.flatMap((candidate) => Object.keys(candidate.features ?? {})))].filter(
    (name) => candidates.some(({ features: own }) => own?.[name]),
  );
  const score = (figure: number | undefined) => (figure === undefined ? '' : figure.toFixed(3));
  const given = ({ features: own }: TracedCandidate, name: string) =>
    score(own && (own[name] ?? 0) * (weights[name] ?? 0));
  return (
    <>
      <p className="text-sm text-muted">{words.candidates.lead}</p>
      <DataTable
        caption={words.candidates.caption}
        empty={words.candidates.empty}
        columns={[
          { label: words.candidates.item },
          { label: words.candidates.place, number: true },
          { label: words.candidates.shown, number: true },
          { label: words.candidates.recallPlace, number: true },
          ...stages.map((stage) => ({ label: words.candidates[stage], number: true })),
          ...features.map((name) => ({
            label: words.candidates.feature(name, format.number(weights[name] ?? 0)),
            number: true,
          })),
        ]}
        rows={candidates.map((candidate, index) => ({
          key: candidate.id,
          cells: [
            <span key="item" className="block min-w-48">
              {candidate.title ?? words.candidates.gone}
              <code className="block text-xs font-normal text-muted">{candidate.id}</code>
            </span>,
            format.number(index + 1),
            candidate.ordinal === undefined ? '' : format.number(candidate.ordinal),
            format.number(candidate.recallPlace),
            ...stages.map((stage) => score(candidate[stage])),
            ...features.map((name) => given(candidate, name)),
          ],
        }))}
      />
    </>
  );
}
