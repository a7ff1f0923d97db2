/** @type {import("jest").Config} */
module.exports = {
	testEnvironment: "node",
	roots: ["<rootDir>/test"],
	testMatch: ["**/*.test.ts"],
	transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
	globalSetup: "<rootDir>/build/jest-setup.js",
	reporters: ["default", "<rootDir>/test/support/skip-reporter.js"],
	maxWorkers: 2,
	testTimeout: 60000,
};
