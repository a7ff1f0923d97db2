import { createHmac } from "node:crypto";
import { GenerateMacCommand, type GenerateMacCommandOutput } from "@aws-sdk/client-kms";

/** The part of the KMS client in use. */
export interface MacClient {
	send(command: GenerateMacCommand): Promise<Pick<GenerateMacCommandOutput, "Mac">>;
}

/** Keyed hash of an e-mail address or user id, independent of case: 22 characters of base64url. */
export type AccountHash = (account: string) => Promise<string>;

/** Binds the derived key to this purpose. Changing it changes every account's hash. */
const MESSAGE = Buffer.from("scalekit-readiness/account-hash/v1");

/** Bytes kept of a hash: 128 bits, so that collisions are negligible. */
const HASH_BYTES = 16;

/**
 * Hashes accounts with a key derived from a KMS key: without access to KMS, hashes cannot be matched to e-mail addresses by trying them, and the derived
 * key is stored nowhere. KMS is called once per process, and again after a failure.
 *
 * @param keyArn a KMS key of spec `HMAC_256` (KMS, Developer Guide: HMAC keys)
 */
export function accountHasher(kms: MacClient, keyArn: string): AccountHash {
	let derived: Promise<Uint8Array> | undefined;
	const key = () => {
		derived ??= deriveKey(kms, keyArn).catch((error) => {
			derived = undefined;
			throw error;
		});
		return derived;
	};
	return async (account) =>
		createHmac("sha256", await key())
			.update(account.trim().toLowerCase())
			.digest()
			.subarray(0, HASH_BYTES)
			.toString("base64url");
}

async function deriveKey(kms: MacClient, keyArn: string): Promise<Uint8Array> {
	const { Mac } = await kms.send(new GenerateMacCommand({ KeyId: keyArn, MacAlgorithm: "HMAC_SHA_256", Message: MESSAGE }));
	if (!Mac?.length) throw new Error("KMS returned no MAC");
	return Mac;
}
