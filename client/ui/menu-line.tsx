import type { ComponentProps } from 'react';

/** One line of a popover that does something. */
export function MenuLine({ className = '', ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={`flex min-h-11 w-full items-center gap-3 rounded-xl px-3 text-start text-[0.9375rem] hover:bg-sunken focus-visible:-outline-offset-2 ${className}`}
    />
  );
}
