import { section } from "../section";

export const mcp = section("mcp", "MCP servers", [
	{
		id: "L66",
		text: "The MCP server asks clients to log in and says where",
		feature: "mcp",
		channels: ["rule", "probe"],
		still: "a probe of the server's challenge and of the metadata that it points to",
	},
	{ id: "L67", text: "The consent screen says which client asks for what", feature: "mcp", channels: ["attestation"] },
	{ id: "L68", text: "An MCP client can get a token meant for this server", feature: "mcp", channels: ["probe"] },
	{
		id: "L69",
		text: "The product's own login hands MCP clients back correctly",
		feature: "mcpCustomAuth",
		channels: ["evidence", "attestation"],
	},
	{ id: "L70", text: "MCP sessions run out and can be ended", feature: "mcp", channels: ["probe", "attestation"] },
]);
