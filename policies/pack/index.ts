import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { Server } from "@grpc/grpc-js";
import { type Policies, PolicyPack } from "@pulumi/policy";
import type { PolicyDeclaration } from "./manifest";
import { PACK_DESCRIPTION, PACK_NAME } from "./names";
import { Session } from "./session";

/** The process of the policy pack: declares the rules to Pulumi's SDK and handles the engine's requests in its place. */

const packFolder = join(__dirname, "..");
const programFolder = process.env["SCALEKIT_READINESS_PROGRAM"] ?? process.env["PWD"] ?? process.cwd();
const { version } = JSON.parse(readFileSync(join(packFolder, "package.json"), "utf8")) as { version: string };
const declarations = JSON.parse(readFileSync(join(__dirname, "manifest.json"), "utf8")) as PolicyDeclaration[];
const policies = declarations.map((each) => ({ ...each }));

const session = new Session({ policies, programFolder, release: version });
let hooked = false;
const addService = Server.prototype.addService;
Server.prototype.addService = function (service, implementation) {
	hooked = true;
	addService.call(this, session.service(service), session.handlers(implementation as UntypedServiceImplementation));
};

process.chdir(packFolder);
new PolicyPack(PACK_NAME, { description: PACK_DESCRIPTION, provider: "aws", policies: policies as unknown as Policies });

if (!hooked) {
	console.error(`${PACK_NAME} ${version}: incompatible version of @pulumi/policy: no policy would be evaluated. Please report it.`);
	process.exit(1);
}
