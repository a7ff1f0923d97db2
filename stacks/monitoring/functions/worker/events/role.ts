import * as z from "zod";
import { id, optionalText } from "./fields";

/** Data of `role.*` (reference/scalekit.md §3.1). */
export const role = z.looseObject({
	id,
	name: z.string(),
	display_name: optionalText,
	description: optionalText,
	extends: optionalText,
});
