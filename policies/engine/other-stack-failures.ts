import type { Finding } from "./finding";
import { counted } from "./message";

/**
 * The findings that fail if the load balancer in another stack is public, as one clause; undefined without such findings. With a
 * load balancer in one stack and its listeners in another, the listener rules would otherwise be lost silently.
 */
export function otherStackFailures(findings: readonly Finding[]): string | undefined {
	const likely = findings.filter(({ likelyFails }) => likelyFails).sort((a, b) => (a.urn < b.urn ? -1 : 1));
	const [first] = likely;
	if (!first) return undefined;
	const fail = likely.length === 1 ? "fails" : "fail";
	return `${counted(likely.length, "listener check")} ${fail} if the load balancer, which is in another stack, is public (first: ${first.rule}, ${first.message}); check both stacks together to decide`;
}
