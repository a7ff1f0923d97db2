import { Logger } from "@aws-lambda-powertools/logger";
import { logOf } from "../../../stacks/monitoring/functions/logger";
import { poll } from "../../../stacks/monitoring/functions/poller/poll";
import { authLogOf } from "../../../stacks/monitoring/functions/scalekit/auth-requests";
import { NotFilled } from "../../../stacks/monitoring/functions/scalekit/credentials";
import { writtenBy } from "../../support/emf";
import { startLedgerServer } from "../../support/ledger";

test("before anybody has filled the credentials a run ends in order and says so", async () => {
	const ledgers = await startLedgerServer();
	try {
		const around = {
			authLog: authLogOf({
				environmentUrl: "https://shop.scalekit.com",
				credentials: () => Promise.reject(new NotFilled("the secret must be filled")),
				onThrottled: () => {},
			}),
			table: await ledgers.ledger(),
			hash: async (account: string) => account,
			clock: () => new Date(),
			log: logOf(new Logger({ serviceName: "auth" })),
		};
		const { result, lines } = await writtenBy(() => poll(around, () => 30_000));
		expect(result).toBe("not-filled");
		expect(lines.map(({ event, level, end }) => [event, level, end])).toEqual([
			["secret.not-filled", "WARN", undefined],
			["poll.finished", "WARN", "not-filled"],
		]);
	} finally {
		await ledgers.close();
	}
});
