import { useState } from 'react';

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
  const [broken, setBroken] = useState<string>();
  const usable = src !== undefined && src !== '' && src !== broken;
  return (
    <div className={`relative overflow-hidden bg-sunken ${className}`}>
      {usable ? (
        <img
          src={src}
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
      <rect width="120" height="120" style={{ fill: tint('0.94 0.025', '0.3 0.025') }} />
      <circle cx="92" cy="26" r="34" style={{ fill: tint('0.91 0.035', '0.34 0.03') }} />
      <circle cx="20" cy="108" r="40" style={{ fill: tint('0.9 0.03', '0.27 0.03') }} />
      <g
        fill="none"
        strokeWidth="2.4"
        strokeLinejoin="round"
        strokeLinecap="round"
        style={{ stroke: tint('0.62 0.06', '0.66 0.06') }}
      >
        <path d="M60 40 80 50v22L60 83 40 72V50Z" style={{ fill: tint('0.97 0.015', '0.36 0.03') }} />
        <path d="M40 50 60 61l20-11M60 61v22M50 45l20 11" />
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
