import { Logger } from "@aws-lambda-powertools/logger";
import { logOf } from "../../../stacks/monitoring/functions/logger";
import { poll } from "../../../stacks/monitoring/functions/poller/poll";
import { authLogOf } from "../../../stacks/monitoring/functions/scalekit/auth-requests";
import { MissingCredentialsError } from "../../../stacks/monitoring/functions/scalekit/credentials";
import { writtenBy } from "../../support/emf";
import { startLedgerServer } from "../../support/ledger";

test("without credentials a run ends with that outcome", async () => {
	const ledgers = await startLedgerServer();
	try {
		const around = {
			authLog: authLogOf({
				environmentUrl: "https://shop.scalekit.com",
				credentials: () => Promise.reject(new MissingCredentialsError("the secret must be filled")),
				onThrottled: () => {},
			}),
			table: await ledgers.ledger(),
			hash: async (account: string) => account,
			clock: () => new Date(),
			log: logOf(new Logger({ serviceName: "auth" })),
		};
		const { result, lines } = await writtenBy(() => poll(around, () => 30_000));
		expect(result).toBe("credentials-missing");
		expect(lines.map(({ event, level, outcome }) => [event, level, outcome])).toEqual([
			["secret.missing", "WARN", undefined],
			["poll.finished", "WARN", "credentials-missing"],
		]);
	} finally {
		await ledgers.close();
	}
});
