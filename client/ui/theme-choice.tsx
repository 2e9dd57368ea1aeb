import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useApp } from './app-context.tsx';
import { Segments } from './segments.tsx';
import { chooseTheme, storedTheme, type Theme } from './theme.ts';

export function ThemeChoice() {
  const { strings, host } = useApp();
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const words = strings.header.theme;
  const icon = 'size-4 shrink-0';
  return (
    <Segments
      label={words.label}
      value={theme}
      onChange={(choice) => setTheme(chooseTheme(host.root, choice))}
      choices={[
        { value: 'light', label: words.light, icon: <Sun className={icon} aria-hidden /> },
        { value: 'dark', label: words.dark, icon: <Moon className={icon} aria-hidden /> },
        { value: 'system', label: words.system, icon: <Monitor className={icon} aria-hidden /> },
      ]}
    />
  );
}
