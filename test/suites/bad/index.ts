import type { BadCase } from "../suite-case";
import { alarms } from "./alarms";
import { edge } from "./edge";
import { logging } from "./logging";
import { secrets } from "./secrets";
import { transport } from "./transport";
import { userData } from "./user-data";

/** Stacks with one defect each. */
export const badStacks: readonly BadCase[] = [...secrets, ...userData, ...transport, ...edge, ...logging, ...alarms];
