import * as z from "zod";
import { id, optionalText } from "./fields";

/** Data of `role.*` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
export const role = z.looseObject({
	id,
	name: z.string(),
	display_name: optionalText,
	description: optionalText,
	extends: optionalText,
});
