import { useState } from 'react';
import { useApp } from '../ui/app-context.tsx';

interface PictureProps {
  src?: string;
  /** Chooses the tint of the illustration, so that neighbours without a picture differ. */
  seed: string;
  className?: string;
  /** `contain` shows the whole product, `cover` fills the frame with a poster. */
  fit?: 'contain' | 'cover';
}

/** Decorative: the title beside it says what it shows. A missing or broken picture becomes a quiet illustration. */
export function Picture({ src, seed, className = '', fit = 'contain' }: PictureProps) {
  const { host } = useApp();
  const [broken, setBroken] = useState<string>();
  const usable = src !== undefined && src !== '' && src !== broken;
  return (
    <div className={`relative overflow-hidden bg-sunken ${className}`}>
      {usable ? (
        <img
          src={host.resolveUrl(src)}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setBroken(src)}
          className={`absolute inset-0 size-full ${fit === 'cover' ? 'object-cover' : 'object-contain'}`}
        />
      ) : (
        <Illustration hue={hueOf(seed)} />
      )}
    </div>
  );
}

function Illustration({ hue }: { hue: number }) {
  const tint = (light: string, dark: string) => `light-dark(oklch(${light} ${hue}), oklch(${dark} ${hue}))`;
  return (
    <svg
      viewBox="0 0 120 120"
      aria-hidden="true"
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 size-full"
    >
      <rect width="120" height="120" style={{ fill: tint('0.945 0.012', '0.29 0.012') }} />
      <circle cx="92" cy="26" r="34" style={{ fill: tint('0.92 0.018', '0.33 0.016') }} />
      <circle cx="20" cy="108" r="40" style={{ fill: tint('0.925 0.015', '0.26 0.012') }} />
      <g
        fill="none"
        strokeWidth="1.8"
        strokeLinejoin="round"
        strokeLinecap="round"
        style={{ stroke: tint('0.68 0.035', '0.6 0.035') }}
      >
        <path d="M60 46 74 53v15.5L60 76 46 68.500V53Z" style={{ fill: tint('0.975 0.008', '0.35 0.016') }} />
        <path d="M46 53l14 7.500 14-7.500M60 60.500V76M53 49.500l14 7.500" />
      </g>
    </svg>
  );
}

/** The same item always has the same tint. */
function hueOf(seed: string): number {
  let hash = 7;
  for (const char of seed) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 3600;
  return hash % 360;
}
