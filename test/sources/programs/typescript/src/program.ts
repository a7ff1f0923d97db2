import * as pulumi from "@pulumi/pulumi";
import { Thing } from "./thing";

const wrong: number = "types are not checked here" as never;
const name: string = new pulumi.Config().require("name");
new Thing("typed", { name, wrong, folder: process.cwd().split("/").pop() as string });
