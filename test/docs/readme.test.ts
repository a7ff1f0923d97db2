import { readFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../support/command";

const ROOT = join(__dirname, "../..");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> };

it("the README shows the output of `npm start`, abridged", async () => {
	const [, ...args] = (scripts["start"] as string).replace("node ", "").split(" ");
	const { status, stdout } = await command(args, { cwd: ROOT });
	const printed = stdout.split("\n");
	const shown = (/<!-- report -->\n```\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? "").split("\n");
	expect(status).toBe(0);
	expect(shown.length).toBeGreaterThan(15);
	let at = 0;
	for (const line of shown.filter((each) => each.trim() !== "…")) {
		const found = printed.indexOf(line, at);
		expect({ line, found: found >= 0 }).toEqual({ line, found: true });
		at = found + 1;
	}
});

it("the README names only scripts and commands that exist", () => {
	for (const [, script] of readme.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script);
});
