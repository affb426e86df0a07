import type { Feature } from '../feature-host';

/** Every language feature the server offers; the capabilities are the sum of theirs. */
export const features: readonly Feature[] = [];
