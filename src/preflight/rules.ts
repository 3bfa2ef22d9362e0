import type { PreflightRule } from './rule.ts';
import { missingGlyph } from './rules/missing-glyph.ts';

/** Every rule of preflight. */
export const preflightRules: readonly PreflightRule[] = [missingGlyph];
