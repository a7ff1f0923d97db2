import type { SoundCase } from "../suite-case";

export const soundStacks: readonly SoundCase[] = [];
