import type { ComponentProps, ReactNode } from 'react';

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  outline: 'border border-line bg-surface text-ink hover:border-accent hover:text-accent-strong',
} as const;

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS;
}

export function Button({ look = 'outline', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-4 text-sm font-medium transition-colors disabled:opacity-50 ${LOOKS[look]} ${className}`}
    />
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  /** Read aloud and shown as the tooltip. */
  label: string;
  children: ReactNode;
}

export function IconButton({ label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`grid size-11 shrink-0 place-items-center rounded-full transition-colors ${className}`}
    />
  );
}
