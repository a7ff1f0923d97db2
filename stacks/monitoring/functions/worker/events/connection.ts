import * as z from "zod";
import { id, optionalFlag, optionalText } from "./fields";

/** Data of `organization.sso_*` (reference/scalekit.md §3.1, ConnData). */
export const connection = z.looseObject({
	id,
	organization_id: id,
	connection_type: optionalText,
	provider: optionalText,
	enabled: optionalFlag,
	status: optionalText,
});
