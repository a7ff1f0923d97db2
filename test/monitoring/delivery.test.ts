import fc from "fast-check";
import { toQueueMessage } from "../../stacks/monitoring/functions/delivery";

/** What SQS takes (SQS, API Reference: SendMessage). */
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]+$/u;

test("any JSON fits into a message and means the same there", () => {
	fc.assert(
		fc.property(fc.json({ stringUnit: "binary" }), (json) => {
			const { MessageBody = "" } = toQueueMessage({ id: "msg_1", body: json });
			expect(MessageBody).toMatch(ALLOWED);
			expect(JSON.parse(MessageBody)).toEqual(JSON.parse(json));
		}),
		{ numRuns: 500, examples: [['"\ufffe\uffff🙂"']] },
	);
});
