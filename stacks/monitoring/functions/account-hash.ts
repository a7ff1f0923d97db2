import { createHmac } from "node:crypto";
import { GenerateMacCommand, type GenerateMacCommandOutput } from "@aws-sdk/client-kms";

/** What is asked of KMS's client here. */
export interface MacClient {
	send(command: GenerateMacCommand): Promise<Pick<GenerateMacCommandOutput, "Mac">>;
}

/** The keyed hash of an e-mail or a user's id: the same for the same account, however it is capitalized; 22 letters of base64url. */
export type AccountHash = (account: string) => Promise<string>;

/** Of the purpose, so that the key's bytes serve nothing else. Changing it makes every account a new one. */
const MESSAGE = Buffer.from("scalekit-readiness/account-hash/v1");

/** Bytes of a hash that are kept: 128 bits, by which nobody meets another account by chance. */
const KEPT_BYTES = 16;

/**
 * Hashes accounts with bytes that a KMS key gives for a fixed message: whoever reads the ledger or the code cannot tell an account from its hash
 * by trying e-mails, and the bytes are stored nowhere. KMS is asked once per process, and again where it failed.
 *
 * @param keyArn a KMS key of spec `HMAC_256` (KMS, Developer Guide: HMAC keys)
 */
export function accountHasher(kms: MacClient, keyArn: string): AccountHash {
	let asked: Promise<Uint8Array> | undefined;
	const key = () => {
		asked ??= askForKey(kms, keyArn).catch((error) => {
			asked = undefined;
			throw error;
		});
		return asked;
	};
	return async (account) =>
		createHmac("sha256", await key())
			.update(account.trim().toLowerCase())
			.digest()
			.subarray(0, KEPT_BYTES)
			.toString("base64url");
}

async function askForKey(kms: MacClient, keyArn: string): Promise<Uint8Array> {
	const { Mac } = await kms.send(new GenerateMacCommand({ KeyId: keyArn, MacAlgorithm: "HMAC_SHA_256", Message: MESSAGE }));
	if (!Mac?.length) throw new Error("KMS answered without a code");
	return Mac;
}
