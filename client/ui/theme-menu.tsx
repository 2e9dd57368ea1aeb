import { Monitor, Moon, Sun, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { useApp } from './app-context.tsx';
import { IconButton } from './button.tsx';
import { Menu } from './menu.tsx';
import { chooseTheme, storedTheme, type Theme } from './theme.ts';

const ICONS = { light: Sun, dark: Moon, system: Monitor };

export function ThemeMenu() {
  const { strings } = useApp();
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const words = strings.header.theme;
  const Current = theme === 'system' ? SunMoon : ICONS[theme];
  return (
    <Menu
      trigger={
        <IconButton label={words.label} className="text-muted hover:bg-sunken hover:text-ink">
          <Current className="size-5" aria-hidden />
        </IconButton>
      }
      choices={(['light', 'dark', 'system'] as const).map((choice) => {
        const Icon = ICONS[choice];
        return {
          label: words[choice],
          icon: <Icon className={`size-4.5 ${choice === theme ? 'text-accent' : 'text-muted'}`} aria-hidden />,
          onSelect: () => setTheme(chooseTheme(choice)),
        };
      })}
    />
  );
}
