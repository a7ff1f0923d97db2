import * as z from "zod";
import { id, optionalText } from "./fields";

/** Data of `permission.*` (reference/scalekit.md §3.1). */
export const permission = z.looseObject({ id, name: z.string(), description: optionalText });
