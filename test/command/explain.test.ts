import { command } from "../support/command";

it.each([
	["L71", "AuthMonitoring provides a poller that reads the auth logs every minute"],
	["k4", "AuthMonitoring provides TokenRefreshed and TokenRefreshFailed"],
	["L77", "No rule covers it yet."],
	["L72", "it still needs an attestation that a test alert of each kind was received."],
	["hsts", "Severity medium; mandatory in production; checklist L2."],
])("explain %s says that %s", async (name, words) => {
	const { status, stdout } = await command(["explain", name]);
	expect(status).toBe(0);
	expect(stdout).toContain(words);
});

it("a line that the monitoring has nothing to do with is explained without it", async () => {
	expect((await command(["explain", "L2"])).stdout).not.toContain("AuthMonitoring");
});
