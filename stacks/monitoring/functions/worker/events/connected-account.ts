import * as z from "zod";
import { id, optionalText, optionalTime } from "./fields";

/** Data of `connected_account.*` (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). `identifier` may be an e-mail. */
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

/** Data of `connected_account.status_updated`, with the previous status. */
export const connectedAccountStatus = connectedAccount.extend({ authorization_type: z.string(), old_status: z.string() });
