import * as z from "zod";
import { id, optionalText, optionalTime } from "./fields";

/** Data of `connected_account.*` (reference/scalekit.md §3.1, CAData). `identifier` may be an e-mail. */
export const connectedAccount = z.looseObject({
	id,
	identifier: z.string(),
	connection_id: id,
	connection_name: optionalText,
	provider: z.string(),
	authorization_type: optionalText,
	status: z.string(),
	token_expires_at: optionalTime,
	last_used_at: optionalTime,
});

/** Data of `connected_account.status_updated`, which also says what the status was. */
export const connectedAccountStatus = connectedAccount.extend({ authorization_type: z.string(), old_status: z.string() });
