const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Holds the room of the first cards, in their shape, so that nothing jumps when they come. */
export function SkeletonRow() {
  return (
    <div aria-hidden className="card-row">
      {PLACES.map((place) => (
        <div key={place} className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
          <div className="aspect-square animate-shimmer bg-sunken" />
          <div className="space-y-3 p-4 pb-6">
            <div className="h-3 w-1/3 animate-shimmer rounded-full bg-sunken" />
            <div className="h-4 w-11/12 animate-shimmer rounded-full bg-sunken" />
            <div className="h-5 w-1/4 animate-shimmer rounded-full bg-sunken" />
            <div className="h-3 w-2/3 animate-shimmer rounded-full bg-sunken" />
          </div>
        </div>
      ))}
    </div>
  );
}
