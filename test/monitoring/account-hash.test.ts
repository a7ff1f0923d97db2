import { createHmac } from "node:crypto";
import type { GenerateMacCommand } from "@aws-sdk/client-kms";
import fc from "fast-check";
import { accountHasher } from "../../stacks/monitoring/functions/account-hash";

/** A KMS stub with its own keys, failing a given number of times. */
function kms(failures = 0) {
	const calls: unknown[] = [];
	return {
		calls,
		async send({ input }: GenerateMacCommand) {
			calls.push(input);
			if (calls.length <= failures) throw new Error("throttled");
			return {
				Mac: createHmac("sha256", String(input.KeyId))
					.update(input.Message as Uint8Array)
					.digest(),
			};
		},
	};
}

test("an account has one hash however it is written, and others have others", async () => {
	const hash = accountHasher(kms(), "key-1");
	await fc.assert(
		fc.asyncProperty(fc.emailAddress(), fc.emailAddress(), async (one, other) => {
			expect(await hash(` ${one.toUpperCase()}\n`)).toBe(await hash(one));
			expect((await hash(one)) === (await hash(other))).toBe(one.toLowerCase() === other.toLowerCase());
			expect(await hash(one)).toMatch(/^[\w-]{22}$/);
		}),
		{ numRuns: 50 },
	);
});

test("another key gives another hash", async () => {
	const account = "ada@example.com";
	expect(await accountHasher(kms(), "key-1")(account)).not.toBe(await accountHasher(kms(), "key-2")(account));
});

test("KMS is asked once, however many ask at once", async () => {
	const client = kms();
	const hash = accountHasher(client, "key-1");
	await Promise.all(["a", "b", "c"].map(hash));
	await hash("d");
	expect(client.calls).toEqual([expect.objectContaining({ KeyId: "key-1", MacAlgorithm: "HMAC_SHA_256" })]);
});

test("KMS is asked again after it failed", async () => {
	const client = kms(1);
	const hash = accountHasher(client, "key-1");
	await expect(hash("a")).rejects.toThrow("throttled");
	expect(await hash("a")).toBe(await hash("A"));
	expect(client.calls).toHaveLength(2);
});

test("an answer without a code is an error, not a hash with an empty key", async () => {
	await expect(accountHasher({ send: async () => ({ Mac: new Uint8Array() }) }, "key-1")("a")).rejects.toThrow("returned no MAC");
});
