import type { SoundCase } from "../suite-case";
import { edge } from "./edge";
import { monitoring } from "./monitoring";
import { secrets } from "./secrets";

/** Stacks without a defect that look as if they had one. */
export const soundStacks: readonly SoundCase[] = [...secrets, ...edge, ...monitoring];
