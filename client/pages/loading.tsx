import { usePage } from './page-context.tsx';

export function Loading() {
  const { words } = usePage();
  return (
    <p role="status" className="text-muted">
      {words.loading}
    </p>
  );
}
