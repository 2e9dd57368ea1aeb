import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

export interface MenuChoice {
  label: string;
  icon?: ReactNode;
  onSelect: () => void;
}

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  heading?: ReactNode;
  choices: MenuChoice[];
}

export function Menu({ trigger, heading, choices }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          sideOffset={8}
          collisionPadding={12}
          className="z-40 min-w-52 max-w-80 animate-fade rounded-2xl border border-line bg-raised p-1.5 shadow-lift"
        >
          {heading && <div className="px-3 pt-2 pb-1.5 text-sm text-muted">{heading}</div>}
          {choices.map(({ label, icon, onSelect }) => (
            <DropdownMenu.Item
              key={label}
              onSelect={onSelect}
              className="flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 text-[0.9375rem] outline-none data-highlighted:bg-sunken"
            >
              {icon}
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
