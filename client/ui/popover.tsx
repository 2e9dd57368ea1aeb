import { type ComponentProps, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';

interface PopoverProps {
  /** Read aloud when it opens. */
  label: string;
  /** Draws the button; what it gets must be spread onto it. */
  trigger: (button: PopoverTrigger) => ReactNode;
  children: (close: () => void) => ReactNode;
}

export type PopoverTrigger = Pick<ComponentProps<'button'>, 'popoverTarget' | 'aria-haspopup'>;

const GAP_PX = 8;
const WIDTH_PX = 320;

/** A small window beside its button, by the browser's own popover: closed by Escape and by a click elsewhere, above all else. */
export function Popover({ label, trigger, children }: PopoverProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const onBeforeToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const button = anchor.current?.firstElementChild;
    if (event.newState === 'open' && box.current && button) place(box.current, button.getBoundingClientRect());
    setOpen(event.newState === 'open');
  };
  return (
    <>
      <span ref={anchor} className="contents">
        {trigger({ popoverTarget: id, 'aria-haspopup': 'dialog' })}
      </span>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={onBeforeToggle}
        className="fixed m-0 max-h-[70dvh] overflow-y-auto rounded-2xl border border-line bg-raised p-1.5 text-start text-ink shadow-lift open:animate-fade"
      >
        {open && children(() => box.current?.hidePopover())}
      </div>
    </>
  );
}

/** Above its button in the lower half of the window, below it in the upper half; never past an edge. */
function place(box: HTMLElement, at: DOMRect): void {
  const { innerWidth, innerHeight } = window;
  const width = Math.min(WIDTH_PX, innerWidth - 3 * GAP_PX);
  const mirrored = getComputedStyle(box).direction === 'rtl';
  const fromRight = mirrored ? at.right >= innerWidth / 2 : at.left > innerWidth / 2;
  const wanted = fromRight ? at.right - width : at.left;
  const above = at.top > innerHeight / 2;
  Object.assign(box.style, {
    width: `${width}px`,
    left: `${Math.max(GAP_PX, Math.min(wanted, innerWidth - width - GAP_PX))}px`,
    right: 'auto',
    top: above ? 'auto' : `${at.bottom + GAP_PX}px`,
    bottom: above ? `${innerHeight - at.top + GAP_PX}px` : 'auto',
  });
}
