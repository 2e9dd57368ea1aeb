/** A figure as a bar beside its number; the number says it all to who does not see the bar. */
export function ShareBar({ share }: { share: number }) {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="inline-block h-2 w-20 align-middle rtl:-scale-x-100"
    >
      <rect width="100" height="8" rx="2" className="fill-sunken" />
      <rect width={width} height="8" rx="2" className="fill-accent" />
    </svg>
  );
}
