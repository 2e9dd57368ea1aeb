import { z } from 'zod';

// Compiled parsers need `eval`, which a strict content security policy forbids and reports. Imported before any schema is built.
z.config({ jitless: true });
