import * as z from "zod";
import { id, optionalText } from "./fields";

/** Data of `permission.*` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
export const permission = z.looseObject({ id, name: z.string(), description: optionalText });
