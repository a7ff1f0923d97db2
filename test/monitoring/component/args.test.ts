import type * as z from "zod";
import type { AuthMonitoringArgs } from "../../../stacks/monitoring/args";
import type { optionsSchema } from "../../../stacks/monitoring/options";

type Mutable<T> = T extends (...given: never) => unknown ? T : T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
type Checked = z.input<typeof optionsSchema>;

/** The compiler is who asserts here: either way, what one type takes the other takes. */
const whatIsDocumented = (args: AuthMonitoringArgs): Mutable<Checked> => args as Mutable<AuthMonitoringArgs>;
const whatIsChecked = (checked: Checked): AuthMonitoringArgs => checked;

it("the documented type of the options is that of the schema", () => {
	const args: AuthMonitoringArgs = { scalekit: { environmentUrl: "https://shop.scalekit.com" }, alerts: { emails: ["a@example.com"] } };
	expect(whatIsChecked(whatIsDocumented(args) as Checked)).toBe(args);
});
