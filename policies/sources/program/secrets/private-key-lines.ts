import { MASK } from "./redactor";

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,64}PRIVATE KEY/;
const END = /-----END [A-Z0-9 ]{0,64}/;

/** A line of a private key: base64, possibly quoted by `util.inspect`, or a header of an encrypted key. */
const BODY = /^\s*(?:["'`]?[A-Za-z0-9+/=]*(?:\\r)?(?:\\n)?["'`]?\s*[+,]?|(?:Proc-Type|DEK-Info): .*)\s*$/;

/** Masks the lines of private keys in output that arrives line by line: no line after the first shows that it belongs to one. */
export class PrivateKeyLines {
	#inKey = false;

	/** The line, or the mask if it belongs to a private key. */
	masked(line: string): string {
		if (BEGIN.test(line)) {
			this.#inKey = !END.test(line);
			return this.#inKey ? MASK : line;
		}
		if (!this.#inKey) return line;
		this.#inKey = BODY.test(line);
		return this.#inKey || END.test(line) ? MASK : line;
	}
}
