/** The configuration of the program `secrets`, whose stack file holds it encrypted. */
export const SECRETS: Readonly<Record<string, string>> = {
	"secrets:value": "Zq7Xk2vLp9TzR4mWcB8n",
	"secrets:reference": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/token-AbCdEf",
};
