import { noPlaintextSecret } from "./no-plaintext-secret";
import { scalekitEnvironmentIsProduction } from "./scalekit-environment-is-production";
import { scalekitSecretByReference } from "./scalekit-secret-by-reference";
import { scalekitSecretNotTest } from "./scalekit-secret-not-test";
import { ssmSecretIsSecureString } from "./ssm-secret-is-secure-string";

export const secrets = [
	scalekitSecretByReference,
	noPlaintextSecret,
	ssmSecretIsSecureString,
	scalekitEnvironmentIsProduction,
	scalekitSecretNotTest,
];
