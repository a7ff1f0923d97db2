import { section } from "../section";

export const mcp = section("mcp", "MCP authentication", [
	{
		id: "L66",
		title: "The MCP server requires authentication and publishes its authorization metadata",
		feature: "mcp",
		verifiedBy: ["rule", "probe"],
		remainingEvidence: "a probe of the server's 401 response and of the metadata it refers to",
	},
	{
		id: "L67",
		title: "The OAuth consent screen shows the MCP client and the requested scopes",
		feature: "mcp",
		verifiedBy: ["attestation"],
	},
	{ id: "L68", title: "MCP clients obtain tokens whose audience is this server", feature: "mcp", verifiedBy: ["probe"] },
	{
		id: "L69",
		title: "The custom authentication handler completes MCP logins",
		feature: "mcpCustomAuth",
		verifiedBy: ["evidence", "attestation"],
	},
	{ id: "L70", title: "MCP sessions expire and can be revoked", feature: "mcp", verifiedBy: ["probe", "attestation"] },
]);
