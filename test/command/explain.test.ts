import { command } from "../support/command";

it.each([
	["L71", "AuthMonitoring brings a poller that reads them every minute"],
	["k4", "AuthMonitoring brings TokenRefreshed and TokenRefreshFailed"],
	["L77", "No rule looks at it yet."],
	["L72", "it still needs a person's attestation that a test alert of both kinds reached them."],
	["hsts", "Severity medium; mandatory in production; line L2."],
])("explain %s says that %s", async (name, words) => {
	const { status, stdout } = await command(["explain", name]);
	expect(status).toBe(0);
	expect(stdout).toContain(words);
});

it("a line that the monitoring has nothing to do with is explained without it", async () => {
	expect((await command(["explain", "L2"])).stdout).not.toContain("AuthMonitoring");
});
